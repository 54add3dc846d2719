"""How the categories look in what the command line prints."""

from newsreader.entity import Category

CATEGORIES: dict[Category, str] = {
    Category.PERSON: "bold cyan",
    Category.PLACE: "underline green",
    Category.ORGANISATION: "bold underline magenta",
    Category.DATE: "italic yellow",
}
"""Rich styles in the order of the reader's panels; they can be told apart without their colours, too."""
