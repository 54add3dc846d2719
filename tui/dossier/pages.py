"""What is known of a dossier so far, and which part of it is in front."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from newsreader.counting import counted
from newsreader.dossier.gathering import Part
from tui.base.captions import day
from tui.dossier import wording
from tui.dossier.head import DossierHead, Head
from tui.dossier.parts import PARTS
from tui.dossier.picture import Drawn
from tui.dossier.reading import Shown

if TYPE_CHECKING:
    from newsreader.dossier.model import Subject
    from newsreader.dossier.windows import Overview
    from newsreader.index.appearing import Thing
    from tui.dossier.part_list import PartList

COMING = "reading…"
UNKNOWN = "No article of the library that was read for names has it."


class Pages:
    """Has the head and the list show it."""

    def __init__(self, subject: Subject, shown_in: PartList) -> None:
        self.overview: Overview | None = None
        """What the index says of it; None as long as that is not known."""
        self.filtered = False
        """Whether some articles are left out, by a query or since they were not confirmed."""
        self.at = 0
        """The index of the part in front."""
        self._subject = subject
        self._list = shown_in
        self._unknown = False
        self._shown: dict[Part | None, Shown] = {each.part: Shown() for each in PARTS}
        self.head = DossierHead(self._head())

    @property
    def thing(self) -> Thing | None:
        """What the dossier is of, as soon as that is known."""
        return self.overview.thing if self.overview is not None else None

    @property
    def why_nothing(self) -> str:
        """Why nothing can be done with it as long as it is not known, in words."""
        return UNKNOWN if self._unknown else COMING

    @property
    def part(self) -> Part | None:
        """The part in front; None for names."""
        return PARTS[self.at].part

    @property
    def drawn(self) -> Drawn:
        """What there is to be drawn of its company."""
        company = self._shown[Part.COMPANY]
        name = self.thing.name if self.thing is not None else self._subject.name
        return Drawn(self._subject.category, name, company.company, company.links)

    @property
    def here(self) -> Shown:
        """The part in front, as far as it has been read."""
        return self._shown[PARTS[self.at].part]

    @property
    def articles_of_mentions(self) -> int:
        """Of how many articles the mentions have been read."""
        return self._shown[Part.MENTIONS].articles

    def tell(self, overview: Overview | None) -> None:
        """Take in what the index says; None if it has nothing of the name."""
        self._unknown = overview is None
        self.overview = overview
        if overview is None:
            for each in PARTS:
                self.show(each.part, Shown(known=True))
        else:
            self.show(None, Shown([*wording.names(overview)], known=True))

    def show(self, part: Part | None, shown: Shown) -> None:
        """Show a part as far as it has been read."""
        self._list.fill(part, shown.entries, adds=shown.adds)
        if shown.adds:
            shown = shown.behind(self._shown[part])
        self._shown[part] = shown
        self._draw()

    @property
    def about(self) -> str:
        """When it was in the news, and in how many articles."""
        if self.overview is None:
            return ""
        ends = (date.fromisoformat(each) for each in (self.overview.first, self.overview.last) if each)
        days = " – ".join(dict.fromkeys(map(day, ends)))
        count = len(self.overview.documents)
        return " · ".join(filter(None, (days, counted(count, "article"))))

    def front(self, at: int) -> None:
        """Bring the part of that index to the front; behind the last comes the first."""
        self.at = at % len(PARTS)
        self._draw()
        self._list.front(PARTS[self.at].part)

    def _draw(self) -> None:
        nothing = PARTS[self.at].nothing if self.here.known else COMING
        self._list.say_nothing(UNKNOWN if self._unknown else nothing)
        self.head.show(self._head())

    def _head(self) -> Head:
        mentions = self.overview.thing.mentions if self.overview and not self.filtered else None
        tabs = [each.tab(self._shown[each.part], mentions if each.part is Part.MENTIONS else None) for each in PARTS]
        return Head(self._subject.category, self.overview, tabs, self.at)
