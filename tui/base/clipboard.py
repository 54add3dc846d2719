"""The clipboard: the terminal's by OSC 52, and beside it the desktop's by a command, for terminals without OSC 52.

OSC 52 works over ssh, and within tmux where that lets it through.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from textual.app import App

LONGEST = 74_994
"""How many bytes are handed over at most: with base64 that makes the 100,000 bytes which xterm and tmux take."""


_ENCODINGS = {"clip.exe": "utf-16-le"}
"""What commands of the desktop read that is not UTF-8; `pbcopy` of macOS has to be told that it is."""

LOCAL_SECONDS = 2.0
"""How long a command of the desktop may take."""


class TooLongError(ValueError):
    """The text is longer than terminals take; the message is one sentence for the reader."""


def copy(app: App[Any], text: str) -> None:
    """Put `text` on the clipboard. Raises `TooLongError`.

    Within tmux it is sent twice: as it is, for a tmux that keeps its clipboard in step with the terminal's, and
    wrapped for passing through.
    """
    data = text.encode("utf-8")
    if len(data) > LONGEST:
        raise TooLongError("This is too long for the terminal’s clipboard; pipe it with <reader.pipe> instead.")
    app.copy_to_clipboard(text)
    if os.environ.get("TMUX"):
        write_raw(app, for_tmux(data))


def local_command(environ: Mapping[str, str]) -> list[str] | None:
    """The command that puts its standard input on the clipboard of this desktop; None where there is none.

    Over ssh there is none: what is copied belongs to where the reader sits.
    """
    if "SSH_CONNECTION" in environ or "SSH_TTY" in environ:
        return None
    candidates = [["pbcopy"]] if sys.platform == "darwin" else [["clip.exe"]] if sys.platform == "win32" else []
    if environ.get("WAYLAND_DISPLAY"):
        candidates.append(["wl-copy"])
    if environ.get("DISPLAY"):
        candidates += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    return next((command for command in candidates if shutil.which(command[0])), None)


def copy_locally(command: list[str], text: str) -> bool:
    """Hand `text` to that command; whether it took it."""
    try:
        done = subprocess.run(
            command,
            input=text.encode(_ENCODINGS.get(command[0], "utf-8")),
            env={**os.environ, "LC_CTYPE": "UTF-8"} if command == ["pbcopy"] else None,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LOCAL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def for_tmux(data: bytes) -> str:
    """Write the OSC 52 sequence for `data`, wrapped so that tmux hands it on to the terminal."""
    return f"\x1bPtmux;\x1b\x1b]52;c;{base64.b64encode(data).decode('ascii')}\a\x1b\\"


def write_raw(app: App[Any], sequence: str) -> None:
    """Write a control sequence to the terminal; Textual has no public way to do so."""
    driver = app._driver
    if driver is not None:
        driver.write(sequence)
