"""The commands of the library."""

from __future__ import annotations

from tui.base.command import commands_of

LIBRARY = commands_of(
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
