"""Every command of the interface, once: what it is called, which keys run it, what it does and where it applies.

The bindings, the footer, the help screen, the command palette, `newsreader keys` and the README's table all derive
from `COMMANDS`. It is plain data and imports no Textual, so that the command line can print it at no cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.base.key_names import textual_name

if TYPE_CHECKING:
    from textual.binding import Binding

Context = Literal["app", "reader", "article", "selection", "panel", "library"]

CONTEXTS: dict[Context, str] = {
    "article": "In the article",
    "selection": "While selecting",
    "panel": "In a panel",
    "reader": "Anywhere in the reader",
    "library": "On the start screen",
    "app": "Everywhere",
}
"""The places where a command applies, in the order in which help lists them, and what help calls them.

A key is looked up from the inside outward: selection, article or panel, then reader or library, then app.
"""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can be told to do."""

    id: str
    """Names the command in `config.toml` and in the registry of those who carry commands out."""
    title: str
    """What the palette and the help call it."""
    keys: tuple[str, ...]
    """Default keys, the usual one first, by Textual's names; a printable character is its own name."""
    context: Context
    group: str
    """The heading under which help and the README list it."""
    help: str
    """What it does, as one sentence for the reader."""
    footer: str = ""
    """The one or two words that the footer shows; empty keeps it out of the footer."""

    @property
    def show_in_footer(self) -> bool:
        """Whether the footer offers it."""
        return bool(self.footer)

    @property
    def action(self) -> str:
        """Textual's action for it.

        It runs on the node that has the bindings, but for those of the article and its selection, which the screen
        carries out; what is to be done is found in a registry there.
        """
        target = "screen." if self.context in ("article", "selection") else ""
        return f"{target}run('{self.id}')"


def _in(
    context: Context, group: str, *rows: tuple[str, str, str, str] | tuple[str, str, str, str, str]
) -> list[Command]:
    """Commands of one context and group, from rows of name, keys, title, help and footer."""
    return [Command(f"{context}.{row[0]}", row[2], tuple(row[1].split()), context, group, *row[3:]) for row in rows]


_READING = _in(
    "article",
    "Reading",
    ("line_down", "j down", "Line down", "Go one line down; the text scrolls when the place comes near the edge."),
    ("line_up", "k up", "Line up", "Go one line up."),
    ("left", "h left", "Character left", "Go one character left in the text."),
    ("right", "l right", "Character right", "Go one character right in the text."),
    ("next_word", "ctrl+right", "Word right", "Go to the next word."),
    ("previous_word", "ctrl+left", "Word left", "Go to the start of this word or of the one before."),
    ("page_down", "space pagedown", "Page down", "Go one screen on, to the first line that was not in sight.", "page"),
    ("page_up", "b pageup", "Page up", "Go one screen back."),
    ("half_page_down", "d", "Half a page down", "Go half a screen down."),
    ("half_page_up", "u", "Half a page up", "Go half a screen up."),
    ("top", "g home", "To the top", "Go to the first line."),
    ("bottom", "G end", "To the end", "Go to the last line."),
    ("next_paragraph", "}", "Next paragraph", "Go to the next paragraph."),
    ("previous_paragraph", "{", "Previous paragraph", "Go to the paragraph before."),
)

_ENTITIES = _in(
    "article",
    "Entities",
    ("next_entity", "]", "Next entity", "Go to the next name or date that stands out."),
    ("previous_entity", "[", "Previous entity", "Go to the name or date before that stands out."),
    ("next_mention", "*", "Follow this entity", "Make the entity here the active one and go to its next mention."),
    ("previous_mention", "#", "Follow this entity back", "The same, but go to the mention before."),
    ("card", "enter", "Entity card", "Show who or what this is: its names and every mention in its sentence.", "card"),
    (
        "correct",
        "r",
        "Correct",
        "Say what the name or date here is, or is not; on a selection: that it was missed.",
        "correct",
    ),
    ("letters", "f", "Letters on names", "Put a letter on every name and date in sight; typing it chooses that one."),
)

_MARKS = _in(
    "article",
    "Jumps and marks",
    ("set_mark", "m", "Set a mark", "Remember this place under a letter from a to z."),
    ("go_to_mark", "'", "Go to a mark", "Go to the place under a letter; ' again goes back to before the last jump."),
)

_ANNOTATIONS = _in(
    "article",
    "Selecting, highlights and notes",
    ("select", "v", "Select", "Start to select, character by character; again or esc ends it.", "select"),
    ("select_sentences", "V", "Select sentences", "Start to select whole sentences."),
    (
        "highlight",
        "H",
        "Highlight",
        "Highlight the selection or this sentence; again: the next of six colours.",
        "highlight",
    ),
    ("note", "a", "Write a note", "Write a note on the selection, or on the entity or sentence here.", "note"),
    ("bookmark", "B", "Bookmark", "Bookmark the selection or this sentence; again takes the bookmark away."),
    ("tags", "L", "Tags", "Add tags to the annotation here, or take them away."),
    ("follow_link", "F", "Follow a link", "Go where a [[link]] in the note here leads: to an entity or another note."),
    ("delete_annotation", "D", "Delete the annotation", "Delete the annotation here; it can be undone."),
    ("next_annotation", ")", "Next annotation", "Go to the next annotation that the notes panel lists."),
    ("previous_annotation", "(", "Previous annotation", "Go to the annotation before."),
    ("copy", "y", "Copy", "Copy the selection or this sentence.", "copy"),
    ("copy_quotation", "Y", "Copy as a quotation", "Copy it in quotation marks, with title, source, date and address."),
    ("look_up", "w W", "Look up", "Hand the selection or the word here to the look-up command of config.toml."),
)

_SELECTION = _in(
    "selection",
    "While selecting",
    ("left", "h left", "Left", "Move the end of the selection one character left."),
    ("right", "l right", "Right", "Move the end of the selection one character right."),
    ("down", "j down", "Down", "Move the end of the selection one line down."),
    ("up", "k up", "Up", "Move the end of the selection one line up."),
    ("word", "w", "Next word", "Move the end of the selection to the next word."),
    ("word_end", "e", "End of the word", "Move the end of the selection to the end of the word."),
    ("back_word", "b", "Word back", "Move the end of the selection one word back."),
    ("sentence", ")", "Next sentence", "Move the end of the selection to the next sentence."),
    ("paragraph", "}", "Next paragraph", "Move the end of the selection to the next paragraph."),
    ("line_start", "0 home", "Start of the line", "Move the end of the selection to the start of the line."),
    ("line_end", "$ end", "End of the line", "Move the end of the selection to the end of the line."),
)

_PANEL = _in(
    "panel",
    "In a panel",
    ("down", "j down", "Down", "Go to the next row."),
    ("up", "k up", "Up", "Go to the row before."),
    ("page_down", "pagedown", "Page down", "Go one page of rows down."),
    ("page_up", "pageup", "Page up", "Go one page of rows up."),
    ("top", "g home", "First", "Go to the first row."),
    ("bottom", "G end", "Last", "Go to the last row."),
    ("choose", "enter", "Choose", "Go to its first mention, in the article.", "go"),
    ("preview", "space", "Preview", "Show its next mention and stay in the panel.", "preview"),
    ("expand", "l right", "Show mentions", "List every mention with the words around it.", "mentions"),
    ("collapse", "h left", "Hide mentions", "Close the list of mentions.", "hide"),
    ("filter", "/", "Filter", "Type to shorten the list; notes also by tag:, colour:, kind: and name:.", "filter"),
    ("show_doubtful", ".", "Show what is left out", "Show or hide what is doubtful or on no calendar."),
    ("sort", "s", "Sort", "Sort by the next order: count, first appearance, name; dates by time, too.", "sort"),
    ("note", "a e", "Write a note", "Write a note on this entity, or change this note.", "note"),
    ("delete", "D", "Delete the annotation", "Delete this annotation; it can be undone.", "delete"),
    ("tags", "L", "Tags", "Add tags to this annotation, or take them away.", "tags"),
    ("follow_link", "F", "Follow a link", "Go where a [[link]] in this note leads: to an entity or another note."),
    ("correct", "r", "Correct", "Say what this entity, or this mention of it, is or is not.", "correct"),
    ("reject", "x", "Not an entity", "Take it off the list; it can be undone."),
    ("merge", "M", "Same as…", "Say which other entity it is, and make one of the two."),
    ("leave", "escape", "Leave", "Clear the filter; with none, go back to the article.", "clear"),
)

_MATCHES = _in(
    "reader",
    "Search and matches",
    ("search", "/", "Search", "Search the article as you type; it finds phrases across line ends.", "search"),
    ("next_match", "n", "Next match", "Go to the next active match: a mention, a hit or an annotation.", "next"),
    ("previous_match", "N", "Previous match", "Go to the active match before.", "previous"),
    ("clear", "escape", "Clear", "End the selection, or clear the active matches.", "clear"),
)

_PANELS = _in(
    "reader",
    "Panels",
    ("people", "1", "People", "Go to the people.", "people"),
    ("places", "2", "Places", "Go to the places."),
    ("organisations", "3", "Organisations", "Go to the organisations."),
    ("dates", "4", "Dates", "Go to the dates."),
    ("notes", "5", "Notes", "Go to the notes and highlights."),
    ("article", "0", "Article", "Go back to the article."),
    ("next_pane", "tab", "Next pane", "Go to the next panel, after the last to the article."),
    ("previous_pane", "shift+tab", "Previous pane", "Go to the panel before."),
    ("company", "C", "Who appears with whom", "List who stands in the same paragraphs, and go where two meet."),
    ("toggle_panels", "p", "Show or hide the panels", "Show or hide the panels.", "panels"),
)

_STANDING_OUT = _in(
    "reader",
    "Article and view",
    ("stand_out", ",", "What stands out", "Then 1 to 4: people, places, organisations or dates stand out or not."),
    ("people_stand_out", "alt+p", "People stand out or not", "Have the people stand out in the text, or not."),
    ("places_stand_out", "alt+l", "Places stand out or not", "Have the places stand out in the text, or not."),
    ("organisations_stand_out", "alt+o", "Organisations stand out or not", "Have the organisations stand out, or not."),
    ("dates_stand_out", "alt+d", "Dates stand out or not", "Have the dates stand out in the text, or not."),
)

_JUMPS = _in(
    "reader",
    "Jumps and marks",
    ("back", "ctrl+o backspace alt+left", "Back", "Go back to where you were before the last jump."),
    ("forward", "alt+right", "Forward", "Go forward again."),
    ("headings", "t", "Headings", "List the headings of the article and go to one."),
)

_JOURNAL = _in(
    "reader",
    "Selecting, highlights and notes",
    ("note_article", "A", "Write a note on the article", "Write a note on the article as a whole."),
    ("corrections", "R", "Corrections", "List all corrections of this article, to go to one or take it back."),
    ("undo", "U", "Undo", "Undo the last change to your annotations or corrections."),
    ("redo", "ctrl+r", "Redo", "Do again what was undone last."),
    (
        "export",
        "S",
        "Export",
        "Write your annotations into a file: which, in what format, and where to.",
        "export",
    ),
)

_READER = _in(
    "reader",
    "Article and view",
    ("open_source", "o", "Open in the browser", "Open the article’s page in the web browser."),
    ("links", "O", "Links", "List the links of the article, with their numbers in the text, and open one."),
    ("pipe", "|", "Pipe", "Hand the selection or the article to the pipe command of config.toml."),
    ("wider", "+ =", "Wider text", "Make the lines of the article longer."),
    ("narrower", "-", "Narrower text", "Make the lines of the article shorter."),
    ("zen", "z", "Only the text", "Show nothing but the article; again brings the rest back."),
    ("next_article", "J", "Next article", "Go to the next of the articles that were opened together."),
    ("previous_article", "K", "Previous article", "Go to the one before."),
    (
        "open_articles",
        "I",
        "Open articles",
        "List the articles that were opened together, also those that cannot be opened, and go to one.",
        "articles",
    ),
    (
        "date_article",
        "P",
        "Date the article",
        "Say when the article was published; its relative dates are counted from there.",
    ),
    ("lesson", "X", "Lesson", "Begin the lesson of the first start anew: five things to do; again ends it."),
    ("leave", "q", "Back or quit", "Go back to the start screen if you came from there, else quit."),
)

_LIBRARY = _in(
    "library",
    "On the start screen",
    ("open", "enter", "Read", "Open the article.", "read"),
    ("down", "j down", "Down", "Go to the next article."),
    ("up", "k up", "Up", "Go to the article before."),
    ("page_down", "space pagedown", "Page down", "Go one page down."),
    ("page_up", "b pageup", "Page up", "Go one page up."),
    ("top", "g home", "First", "Go to the first article."),
    ("bottom", "G end", "Last", "Go to the last article."),
    ("filter", "/", "Filter", "Type to shorten the list.", "filter"),
    ("open_location", "o", "Open a file or URL", "Type the path or the web address of an article.", "open…"),
    (
        "take_off",
        "x delete",
        "Take off the list",
        "Take the article off the list until it is opened again; its notes and your place are kept.",
        "take off",
    ),
    ("undo", "U", "Put back", "Put back what was taken off the list last.", "put back"),
    ("clear", "escape", "Clear", "Clear the filter."),
    ("quit", "q", "Quit", "Leave newsreader.", "quit"),
)

_APP = _in(
    "app",
    "Everywhere",
    ("help", "?", "Help", "Show the keys of what has the focus.", "help"),
    ("palette", "ctrl+p :", "Command palette", "Find any command by its name."),
    ("theme", "T", "Next theme", "Change between the light, the dark and the 16-colour theme."),
    ("suspend", "ctrl+z", "Suspend", "Give the terminal back to the shell; fg there comes back."),
    ("quit", "Q ctrl+q", "Quit", "Leave newsreader; your place is kept."),
)

COMMANDS: tuple[Command, ...] = (
    *_READING,
    *_MATCHES,
    *_ENTITIES,
    *_PANELS,
    *_JUMPS,
    *_MARKS,
    *_ANNOTATIONS,
    *_JOURNAL,
    *_SELECTION,
    *_PANEL,
    *_READER,
    *_STANDING_OUT,
    *_LIBRARY,
    *_APP,
)
"""All commands, in the order in which help lists them."""

_BY_ID = {command.id: command for command in COMMANDS}

OTHER_WORDS = {
    "article.page_down": "scroll",
    "article.half_page_down": "scroll",
    "article.top": "beginning start",
    "article.bottom": "end last",
    "article.next_mention": "occurrence",
    "article.card": "profile details about who",
    "article.letters": "hints labels jump",
    "article.set_mark": "bookmark remember",
    "article.go_to_mark": "bookmark jump",
    "article.bookmark": "favourite favorite star",
    "article.highlight": "color colour marker underline",
    "article.tags": "labels keywords",
    "article.note": "annotate comment",
    "article.delete_annotation": "remove erase",
    "article.correct": "fix edit change wrong rename",
    "article.copy": "clipboard yank",
    "article.copy_quotation": "cite citation reference clipboard",
    "article.look_up": "dictionary define encyclopedia wikipedia",
    "panel.expand": "occurrences context",
    "panel.show_doubtful": "unsure uncertain hidden",
    "panel.sort": "order arrange",
    "panel.filter": "narrow find",
    "panel.reject": "remove ignore wrong",
    "panel.merge": "alias duplicate join combine",
    "reader.people": "persons",
    "reader.places": "locations countries cities map",
    "reader.organisations": "organizations companies",
    "reader.dates": "timeline chronology calendar",
    "reader.notes": "annotations highlights bookmarks comments",
    "reader.company": "together network relations pairs",
    "reader.toggle_panels": "sidebar hide",
    "reader.export": "save write file markdown json csv html",
    "reader.search": "find text",
    "reader.clear": "deselect cancel",
    "reader.open_source": "website page url link",
    "reader.links": "hyperlinks urls addresses footnotes references web",
    "reader.lesson": "tutorial introduction tour",
    "reader.pipe": "shell program",
    "reader.headings": "contents sections outline",
    "reader.date_article": "published publication",
    "reader.stand_out": "color colour plain style mark",
    "reader.open_articles": "files list switch buffers",
    "reader.wider": "width zoom bigger",
    "reader.narrower": "width smaller",
    "reader.zen": "focus distraction fullscreen",
    "reader.undo": "revert back",
    "reader.redo": "repeat",
    "library.open_location": "import load path website",
    "library.take_off": "remove delete hide",
    "app.theme": "color colour dark light",
    "app.help": "keys shortcuts manual",
    "app.suspend": "background shell",
    "app.quit": "exit close",
}
"""What people call a command who have another name for it; the palette finds it by these words, too."""


def command(command_id: str) -> Command:
    """Return the command of that id; KeyError if there is none."""
    return _BY_ID[command_id]


def commands_in(context: Context) -> list[Command]:
    """List the commands that apply in `context`, in order."""
    return [each for each in COMMANDS if each.context == context]


def bindings(context: Context) -> list[Binding]:
    """Textual's bindings for the commands of `context`; user keys are laid over them by id."""
    from textual.binding import Binding

    return [
        Binding(",".join(map(textual_name, each.keys)), each.action, each.title, show=each.show_in_footer, id=each.id)
        for each in commands_in(context)
    ]
