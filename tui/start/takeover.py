"""Textual's driver for a terminal on which the first frame stands already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

    from tui.session import LineDiscipline

_ALTERNATE_SCREEN = "\x1b[?1049h"


class TakeoverDriver(LinuxDriver):
    """Leaves the alternate screen as it is at the start, since asking for it again would clear it in some terminals."""

    def __init__(self, app: App[Any], before: LineDiscipline, **options: Any) -> None:
        """Take the line discipline that the terminal had before the first frame, which it is to be left with."""
        super().__init__(app, **options)
        self._before: LineDiscipline | None = before

    def start_application_mode(self) -> None:
        """Start; after a suspension, as any driver."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._before is not None:
            self.attrs_before, self._before = self._before, None

    def write(self, data: str) -> None:
        """Write all but the first request for the alternate screen."""
        if self._before is None or data != _ALTERNATE_SCREEN:
            super().write(data)
