"""What can be done in the reader: one plain class for each concern, which registers its commands with the context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.controllers.annotation_steps import AnnotationStepController
from tui.reader.controllers.annotations import AnnotationController
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
from tui.reader.controllers.marks import MarkController
from tui.reader.controllers.matches import MatchController
from tui.reader.controllers.mentions import MentionController
from tui.reader.controllers.missed_mentions import MissedMentionController
from tui.reader.controllers.navigation import NavigationController
from tui.reader.controllers.notes import NoteController
from tui.reader.controllers.orphans import OrphanController
from tui.reader.controllers.panes import PaneController
from tui.reader.controllers.programs import ProgramController
from tui.reader.controllers.publication_date import PublicationDateController
from tui.reader.controllers.reading_place import ReadingPlaceController
from tui.reader.controllers.search import SearchController
from tui.reader.controllers.selection import SelectionController
from tui.reader.controllers.status import StatusController

if TYPE_CHECKING:
    from tui.reader.reader_context import ReaderContext


class ReaderControllers:
    """All of them, each with those it stands on: nobody uses one that is made below it."""

    def __init__(self, context: ReaderContext) -> None:
        self.status = StatusController(context)
        self.panes = PaneController(context, self.status)
        self.navigation = NavigationController(context, self.status)
        self.marks = MarkController(context, self.navigation)
        self.matches = MatchController(context, self.status, self.navigation)
        self.mentions = MentionController(context, self.navigation, self.matches, self.panes)
        self.jump_labels = JumpLabelController(context, self.mentions)
        self.search = SearchController(context, self.status, self.navigation, self.matches, self.panes)
        self.selection = SelectionController(context, self.status, self.matches, self.panes)
        self.programs = ProgramController(context, self.selection)
        self.findings = FindingsController(context, self.matches)
        self.annotations = AnnotationController(context, self.status, self.matches, self.findings)
        self.highlights = HighlightController(context, self.selection, self.annotations)
        self.notes = NoteController(context, self.selection, self.annotations)
        self.orphans = OrphanController(context, self.navigation, self.annotations)
        self.annotation_steps = AnnotationStepController(
            context, self.navigation, self.matches, self.panes, self.mentions, self.orphans
        )
        self.missed_mentions = MissedMentionController(context, self.annotations)
        self.corrections = CorrectionController(context, self.mentions, self.annotations, self.missed_mentions)
        self.correction_list = CorrectionListController(
            context, self.navigation, self.panes, self.mentions, self.annotations
        )
        self.publication_date = PublicationDateController(context, self.annotations)
        self.company = CompanyController(context, self.matches, self.panes)
        self.cards = CardController(context, self.matches, self.mentions, self.notes, self.corrections, self.company)
        self.export = ExportController(context)
        self.article_identity = ArticleIdentityController(context, self.annotations)
        self.reading_place = ReadingPlaceController(context, self.findings)
        self.articles = ArticleController(
            context, self.matches, self.findings, self.annotations, self.article_identity, self.reading_place
        )
