"""Regular expressions in a process of their own, which ends when one takes too long: `re` can be given no time limit.

The process runs this file by itself, so that it starts in a few milliseconds.
"""

from __future__ import annotations

import re
import sys
from array import array

PATIENCE = 1.0
"""Seconds of processor time that an expression may take; a million words need a fifth of that for a plain one."""

_HAS_TIMER = sys.platform != "win32"
_STARTING = 1.0
"""Seconds that the process has besides to start, where the system has no timers of processor time."""

_BETWEEN = "\0"
"""Parts the expression from the text, which as sanitised text holds no such character."""


async def find(text: str, compiled: re.Pattern[str]) -> array[int] | None:
    """Return start and end of each hit that is not empty, one after the other in code points; None if it took too long.

    If this is cancelled, the process ends.
    """
    import asyncio
    from asyncio.subprocess import DEVNULL, PIPE

    command = (sys.executable, "-I", "-S", __file__, str(compiled.flags))
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
    try:
        given = f"{compiled.pattern}{_BETWEEN}{text}".encode("utf-8", "surrogatepass")
        output, _ = await asyncio.wait_for(process.communicate(given), None if _HAS_TIMER else PATIENCE + _STARTING)
    except TimeoutError:
        return None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return array("q", output) if process.returncode == 0 else None


def _main() -> None:
    """Read an expression and a text, and write where it is found; die of the timer if that takes too long."""
    import signal

    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    given = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    expression, _, text = given.partition(_BETWEEN)
    found = array("q")
    for match in re.compile(expression, int(sys.argv[1])).finditer(text):
        if match.end() > match.start():
            found.extend(match.span())
    sys.stdout.buffer.write(found.tobytes())


if __name__ == "__main__":
    _main()
