"""What can be done in the reader: one plain class for each concern, which registers its commands with the context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.controllers.annotation_steps import AnnotationStepController
from tui.reader.controllers.annotations import AnnotationController
from tui.reader.controllers.apart import ApartController
from tui.reader.controllers.article_identity import ArticleIdentityController
from tui.reader.controllers.articles import ArticleController
from tui.reader.controllers.cards import CardController
from tui.reader.controllers.company import CompanyController
from tui.reader.controllers.correction_list import CorrectionListController
from tui.reader.controllers.corrections import CorrectionController
from tui.reader.controllers.export import ExportController
from tui.reader.controllers.findings import FindingsController
from tui.reader.controllers.highlights import HighlightController
from tui.reader.controllers.jump_labels import JumpLabelController
from tui.reader.controllers.lesson import LessonController
from tui.reader.controllers.links import LinkController
from tui.reader.controllers.marks import MarkController
from tui.reader.controllers.matches import MatchController
from tui.reader.controllers.mentions import MentionController
from tui.reader.controllers.missed_mentions import MissedMentionController
from tui.reader.controllers.navigation import NavigationController
from tui.reader.controllers.notes import NoteController
from tui.reader.controllers.open_articles import OpenArticlesController
from tui.reader.controllers.orphans import OrphanController
from tui.reader.controllers.panes import PaneController
from tui.reader.controllers.passage import PassageController
from tui.reader.controllers.programs import ProgramController
from tui.reader.controllers.publication_date import PublicationDateController
from tui.reader.controllers.reading_place import ReadingPlaceController
from tui.reader.controllers.search import SearchController
from tui.reader.controllers.selection import SelectionController
from tui.reader.controllers.sought import SoughtController
from tui.reader.controllers.standing_out import StandingOutController
from tui.reader.controllers.status import StatusController
from tui.reader.controllers.story import StoryController
from tui.reader.controllers.tellings import TellingsController
from tui.reader.controllers.walk import WalkController

if TYPE_CHECKING:
    from tui.reader.reader_context import ReaderContext


class ReaderControllers:
    """Puts them together, each with those it stands on, and has at hand those that the screen speaks to.

    What the others do is found through the commands and messages that they have registered with the context.
    """

    def __init__(self, context: ReaderContext) -> None:
        self.status = StatusController(context)
        self.panes = PaneController(context, self.status)
        navigation = NavigationController(context, self.status)
        matches = MatchController(context, self.status, navigation)
        self.marks = MarkController(context, navigation)
        self.mentions = MentionController(context, navigation, matches, self.panes)
        self.jump_labels = JumpLabelController(context, self.mentions)
        selection = SelectionController(context, self.status, matches, self.panes)
        findings = FindingsController(context, matches)
        self.waiting = (self.marks, self.jump_labels, StandingOutController(context, findings))
        """Those for whom the next key may be an answer, and no command."""
        self.annotations = AnnotationController(context, self.status, matches, findings)
        notes = NoteController(context, selection, self.annotations)
        orphans = OrphanController(context, navigation, self.annotations)
        missed = MissedMentionController(context, self.annotations)
        corrections = CorrectionController(context, self.mentions, self.annotations, missed)
        company = CompanyController(context, matches, self.panes)
        self.cards = CardController(context, matches, self.mentions, notes, corrections, company)
        self.article_identity = ArticleIdentityController(context, self.annotations)
        self.reading_place = ReadingPlaceController(context, findings)
        self.articles = ArticleController(
            context, matches, findings, self.annotations, self.article_identity, self.reading_place
        )
        self.lesson = LessonController(context)
        tellings = TellingsController(context, self.status, self.articles)
        self.walk = self._walk(context, tellings, navigation, matches, findings)
        self.passage = PassageController(context, navigation, self.articles)
        # Nothing stands on these.
        SearchController(context, self.status, navigation, matches, self.panes)
        HighlightController(context, selection, self.annotations)
        AnnotationStepController(context, navigation, matches, self.panes, self.mentions, orphans)
        CorrectionListController(context, navigation, self.panes, self.mentions, self.annotations)
        PublicationDateController(context, self.annotations)
        LinkController(context, navigation, ProgramController(context, selection))
        ExportController(context)
        OpenArticlesController(context, self.articles)
        story = StoryController(context, self.articles, matches, tellings)
        ApartController(context, self.annotations, tellings, story)

    def _walk(
        self,
        context: ReaderContext,
        tellings: TellingsController,
        navigation: NavigationController,
        matches: MatchController,
        findings: FindingsController,
    ) -> WalkController | None:
        """What goes along the list that the article was opened from, if it was."""
        walk = context.session.walk
        if walk is None:
            return None
        sought = SoughtController(context, walk.condition, matches, findings)
        controller = WalkController(context, walk, self.articles, tellings, sought, findings, self.status)
        matches.beyond, navigation.before_all = controller.go_on, controller.go_back
        return controller
