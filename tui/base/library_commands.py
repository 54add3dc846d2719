"""The commands of the library."""

from __future__ import annotations

from tui.base.command import commands_of

_MOVING = commands_of(
    "library",
    "In the library",
    ("open", "enter", "Read", "Open the article; in the column of lists, go to the articles of the list.", "read"),
    ("go_on", "c", "Go on reading", "Open the article that was left last, where it was left."),
    ("down", "j down", "Down", "Go to the next article."),
    ("up", "k up", "Up", "Go to the article before."),
    ("page_down", "space pagedown", "Page down", "Go one page down."),
    ("page_up", "b pageup", "Page up", "Go one page up."),
    ("top", "g home", "First", "Go to the first article."),
    ("bottom", "G end", "Last", "Go to the last article."),
    ("next_unread", "n", "Next unread", "Go to the next article that is not read."),
    ("previous_unread", "N", "Previous unread", "Go to the article before that is not read."),
    ("next_list", "]", "Next list", "Show the next list."),
    ("previous_list", "[", "List before", "Show the list before."),
    ("articles", "0", "Articles", "Go to the articles.", "back"),
    ("next_pane", "tab l right", "Next pane", "Go on to the next pane: lists, articles, panels."),
    ("previous_pane", "shift+tab h left", "Previous pane", "Go to the pane before."),
)

_FINDING = commands_of(
    "library",
    "Finding articles",
    ("filter", "/", "Search", "Type a query to list what it finds; tab completes.", "search"),
    ("save_search", "=", "Save this search", "Keep the query under a name, among the lists.", "save"),
    ("sort", "O", "Sort", "List in the next order: newest, oldest, added, title, relevance."),
    ("clear", "escape", "Clear", "Clear the query; with none, close what lies over the articles."),
)

_PANELS = commands_of(
    "library",
    "What is in the articles",
    ("people", "1", "People listed", "Go to the people in what is listed; enter narrows the list by one.", "people"),
    ("places", "2", "Places listed", "Go to the places in what is listed."),
    ("organisations", "3", "Organisations listed", "Go to the organisations in what is listed."),
    ("dates", "4", "Dates listed", "Go to the dates in what is listed."),
    (
        "remarks",
        "5",
        "Notes of all articles",
        "List the notes, highlights, bookmarks and corrections of all articles.",
        "notes",
    ),
    (
        "news",
        "w",
        "What is new",
        "List what is new since the last visit: watched names, names and searches that have risen, new names, stories.",
        "new",
    ),
)

_NEWS = commands_of(
    "news",
    "In the list of what is new",
    ("leave", "q ctrl+o 0 w", "Back to the library", "Go back to the library.", "library"),
)

_REMARKS = commands_of(
    "remarks",
    "In the notes of all articles",
    ("export", "S", "Export the notes", "Write the annotations that are listed into a file.", "export"),
    ("leave", "q ctrl+o 0", "Back to the library", "Go back to the library.", "library"),
)

_ACTS = commands_of(
    "library",
    "What becomes of articles",
    ("add", "a", "Add", "Type the path or the address of what is to be taken in: a file, a folder, a page.", "add"),
    ("open_location", "o", "Open a file or URL", "Type the path or the web address of an article to read.", "open…"),
    ("star", "s", "Star", "Give the article a star, or take it away.", "star"),
    ("read", "u", "Read or unread", "Mark the article as read, or as unread.", "read/unread"),
    ("all_read", "A", "All read", "Mark everything that is listed as read."),
    ("tags", "t", "Tags of the article", "Give the article tags, or take them away."),
    (
        "apart",
        "M",
        "Out of its story",
        "List the article by itself, whoever else tells the same; again puts it back.",
    ),
    (
        "take_off",
        "D x delete",
        "Take out",
        "Take the article out of the library until it is opened or added again; its notes and your place are kept.",
        "take out",
    ),
    (
        "export",
        "S",
        "Export what is listed",
        "Write the articles that are listed, with your notes and the names in them, into a file or a folder.",
    ),
    (
        "undo",
        "U",
        "Undo here",
        "Undo the last of these: star, read, tags, what was taken out, also of a story, a search saved.",
        "undo",
    ),
    ("quit", "q", "Quit", "Leave newsreader.", "quit"),
)

_FEEDS = commands_of(
    "library",
    "Feeds",
    ("refresh_feed", "r", "Refresh this feed", "Ask the feed whose articles are listed for new ones.", "refresh"),
    ("refresh_all", "R", "Refresh feeds", "Ask all feeds for new articles that were not asked within five minutes."),
    ("edit_feed", "E", "Edit this feed", "Change name, tags and settings of the feed that is listed, or let it go."),
)

LIBRARY = [*_MOVING, *_FINDING, *_PANELS, *_ACTS, *_FEEDS, *_REMARKS, *_NEWS]
