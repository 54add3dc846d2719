"""Every command of the interface, once: what it is called, which keys run it, what it does and where it applies.

The bindings, the footer, the help screen, the command palette, `newsreader keys` and docs/keys.md all derive
from `COMMANDS`. It is plain data and imports no Textual, so that the command line can print it at no cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.base.command import Command, Context, commands_of
from tui.base.dossier_commands import COMPARISON, DOSSIER, PICTURE
from tui.base.key_names import textual_name
from tui.base.library_commands import LIBRARY

if TYPE_CHECKING:
    from textual.binding import Binding

_READING = commands_of(
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

_ENTITIES = commands_of(
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

_MARKS = commands_of(
    "article",
    "Jumps and marks",
    ("set_mark", "m", "Set a mark", "Remember this place under a letter from a to z."),
    ("go_to_mark", "'", "Go to a mark", "Go to the place under a letter; ' again goes back to before the last jump."),
)

_ANNOTATIONS = commands_of(
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

_SELECTION = commands_of(
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

_PANEL = commands_of(
    "panel",
    "In a panel",
    ("down", "j down", "Down", "Go to the next row."),
    ("up", "k up", "Up", "Go to the row before."),
    ("page_down", "pagedown", "Page down", "Go one page of rows down."),
    ("page_up", "pageup", "Page up", "Go one page of rows up."),
    ("top", "g home", "First", "Go to the first row."),
    ("bottom", "G end", "Last", "Go to the last row."),
    (
        "choose",
        "enter",
        "Choose",
        "Go to its first mention or its article; in the library, narrow the list by it, then its dossier.",
        "go",
    ),
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
    ("dossier", "d", "Dossier", "Show all that the articles of the library say of it.", "dossier"),
    ("widen", "backspace -", "Narrow no longer", "In the library, narrow the list by it no longer."),
    ("leave", "escape", "Leave", "Clear the filter; with none, go back to the article.", "clear"),
)

_MATCHES = commands_of(
    "reader",
    "Search and matches",
    ("search", "/", "Search", "Search the article as you type; it finds phrases across line ends.", "search"),
    ("next_match", "n", "Next match", "Go to the next active match: a mention, a hit or an annotation.", "next"),
    ("previous_match", "N", "Previous match", "Go to the active match before.", "previous"),
    ("clear", "escape", "Clear", "End the selection, or clear the active matches.", "clear"),
)

_PANELS = commands_of(
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

_STANDING_OUT = commands_of(
    "reader",
    "Article and view",
    ("stand_out", ",", "What stands out", "Then 1 to 4: people, places, organisations or dates stand out or not."),
    ("people_stand_out", "alt+p", "People stand out or not", "Have the people stand out in the text, or not."),
    ("places_stand_out", "alt+l", "Places stand out or not", "Have the places stand out in the text, or not."),
    ("organisations_stand_out", "alt+o", "Organisations stand out or not", "Have the organisations stand out, or not."),
    ("dates_stand_out", "alt+d", "Dates stand out or not", "Have the dates stand out in the text, or not."),
)

_JUMPS = commands_of(
    "reader",
    "Jumps and marks",
    ("back", "ctrl+o backspace alt+left", "Back", "Go back to where you were before the last jump."),
    ("forward", "alt+right", "Forward", "Go forward again."),
    ("headings", "t", "Headings", "List the headings of the article and go to one."),
)

_JOURNAL = commands_of(
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

_READER = commands_of(
    "reader",
    "Article and view",
    ("open_source", "o", "Open in the browser", "Open the article’s page in the web browser."),
    ("links", "O", "Links", "List the links of the article, with their numbers in the text, and open one."),
    ("pipe", "|", "Pipe", "Hand the selection or the article to the pipe command of config.toml."),
    ("wider", "+ =", "Wider text", "Make the lines of the article longer."),
    ("narrower", "-", "Narrower text", "Make the lines of the article shorter."),
    ("zen", "z", "Only the text", "Show nothing but the article; again brings the rest back."),
    (
        "next_article",
        "J",
        "Next article",
        "Go to the next article: of those that tell this story, then of the list, or of those opened together.",
    ),
    ("previous_article", "K", "Previous article", "Go to the article before."),
    (
        "open_articles",
        "I",
        "Open articles",
        "List the articles that were opened together, also those that cannot be opened, and go to one.",
        "articles",
    ),
    (
        "story",
        "i",
        "Told elsewhere",
        "List the articles of the library that tell the same, to go to one, and what only this one says.",
    ),
    ("next_alone", ">", "Only here", "Go to the next passage that only this article of its story has."),
    ("previous_alone", "<", "Only here, back", "Go to the passage before that only this article has."),
    (
        "apart",
        "M",
        "Out of its story",
        "Have the article stand by itself, whoever else tells the same; again puts it back.",
    ),
    (
        "date_article",
        "P",
        "Date the article",
        "Say when the article was published; its relative dates are counted from there.",
    ),
    ("lesson", "X", "Lesson", "Begin the lesson of the first start anew: five things to do; again ends it."),
    ("leave", "q", "Back or quit", "Go back to the library if you came from there, else quit."),
)

_APP = commands_of(
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
    *LIBRARY,
    *DOSSIER,
    *PICTURE,
    *COMPARISON,
    *_APP,
)
"""All commands, in the order in which help lists them."""

_BY_ID = {command.id: command for command in COMMANDS}


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
