"""The panels of the sidebar. A new one is a face, a line here, its component in the styles, and its command."""

from __future__ import annotations

from tui.panels.entity_face import ENTITY_PANELS
from tui.panels.face import Choices, Contents, Panel, PanelFace
from tui.panels.note_face import NOTES

PANELS: tuple[Panel, ...] = (*ENTITY_PANELS, NOTES)
"""All panels in the order of their keys."""


def faces(contents: Contents) -> list[PanelFace]:
    """What all panels show of these contents before anybody has chosen anything."""
    return [panel.face(panel, contents, Choices(panel.orders[0])) for panel in PANELS]
