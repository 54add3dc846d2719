"""The commands of a dossier, of the picture in it, and of where names meet."""

from __future__ import annotations

from tui.base.command import commands_of

DOSSIER = commands_of(
    "dossier",
    "In a dossier",
    ("mentions", "1", "Mentions", "List every mention in its sentence; enter opens the article there."),
    ("timeline", "2", "Timeline", "List the dates of the same sentences, in order of time."),
    ("company", "3", "Company", "List who shares paragraphs with it; enter opens the dossier of that one."),
    ("notes", "4", "Notes on it", "List what you wrote on it, in whatever article."),
    ("names", "5", "Names", "List its names and why they are one, and others of the name."),
    ("next_part", "tab l right", "Next part", "Go on to the next part of the dossier.", "parts"),
    ("previous_part", "shift+tab h left", "Part before", "Go to the part before."),
    (
        "picture",
        "v",
        "Company as a picture",
        "Draw its company around it, and who of it meets; again: list it.",
        "picture",
    ),
    ("compare", "C", "Compare with…", "Show where it meets another name, and where either stands alone.", "compare"),
    (
        "entry",
        "a",
        "Write into the timeline",
        "Write a day and what was then into its timeline; enter changes that.",
        "entry",
    ),
    ("remove_entry", "D", "Remove the entry", "Take this entry of yours out of the timeline; it can be undone."),
    (
        "confirm",
        "y",
        "It is this one",
        "Confirm that in this article it is this one; of company, both of them.",
        "confirm",
    ),
    ("confirmed", "Y", "Only what I confirmed", "Show and export only what you confirmed; again: all of it."),
    ("export", "S", "Export the dossier", "Write the dossier into a file: Markdown, HTML, CSV and others.", "export"),
    ("watch", "W", "Watch", "Watch the name: “newsreader whatsnew” tells of it; again: watch it no longer.", "watch"),
    ("merge", "M", "Same as…", "Say which other name it is, in all articles."),
    ("split", "X", "Another one here", "Say that in the article of this mention it is another one of the name."),
    ("rename", "r", "Rename", "Say what it is called in all lists."),
    ("reject", "x", "Not a name", "Say that it is no name, in all articles."),
    ("undo", "U", "Undo", "Undo what was said last of names, or written into a timeline."),
    ("redo", "ctrl+r", "Redo", "Do again what was undone last."),
    ("library", "L", "List its articles", "List its articles in the library.", "articles"),
    ("leave", "q ctrl+o backspace 0", "Back", "Go back to where the dossier was asked for.", "back"),
)

PICTURE = commands_of(
    "picture",
    "In the picture of its company",
    ("up", "k up", "Up", "Go to the one above on this side."),
    ("down", "j down", "Down", "Go to the one below on this side."),
    ("left", "h left", "Left", "Go to the left side."),
    ("right", "l right", "Right", "Go to the right side."),
)

COMPARISON = commands_of(
    "comparison",
    "Where names meet",
    ("next_part", "tab l right", "Next part", "Go on to where the next of them stands alone.", "parts"),
    ("previous_part", "shift+tab h left", "Part before", "Go to the part before."),
    ("add", "C", "Compare with one more…", "Add another name.", "one more"),
    ("export", "S", "Export the comparison", "Write it into a file: Markdown, CSV or JSON.", "export"),
    ("leave", "q ctrl+o backspace 0", "Back", "Go back to the dossier.", "back"),
)
