"""Runs a function in a child process that stops before and after each write to a folder (Linux on x86-64 alone).

Whoever watches may then kill the child, have the call fail, or copy the files as they are at that moment. The child is
traced with ptrace(2), so nothing of the program or of SQLite is replaced.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# The numbers of sys/ptrace.h, and the places of two registers in `struct user`.
TRACEME, POKEUSER, SYSCALL, SETOPTIONS, SYSCALL_INFO = 0, 6, 24, 0x4200, 0x420E
GOOD_STOPS, EXIT_KILL = 0x1, 0x100000
RAX, ORIG_RAX = 10 * 8, 15 * 8

BY_DESCRIPTOR = {1: "write", 18: "pwrite", 20: "writev", 74: "fsync", 75: "fdatasync", 77: "ftruncate"}
BY_PATH = {82: 0, 83: 0, 86: 1, 87: 0, 257: 1, 263: 1, 265: 3}
"""Which argument is the path: rename, mkdir, link, unlink, openat, unlinkat, linkat."""
PATH_NAMES = {82: "rename", 83: "mkdir", 86: "link", 87: "unlink", 257: "create", 263: "unlink", 265: "link"}
SYNCS = ("fsync", "fdatasync")


class Info(ctypes.Structure):
    """`struct ptrace_syscall_info`: `op` is 1 before a call and 2 after it."""

    _fields_ = (
        ("op", ctypes.c_uint8),
        ("arch", ctypes.c_uint32),
        ("ip", ctypes.c_uint64),
        ("sp", ctypes.c_uint64),
        ("values", ctypes.c_int64 * 7),
    )


@dataclass(frozen=True, slots=True)
class Call:
    """A call that writes: its name, the path, and for `pwrite` and `ftruncate` the offset and how many bytes."""

    name: str
    path: str
    offset: int = 0
    size: int = 0


def can_trace() -> bool:
    """Whether this machine lets a process trace its child, and is one this module knows."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return False
    pid = os.fork()
    if not pid:
        os._exit(_ptrace(TRACEME, 0, 0, 0, quiet=True) != 0)
    return os.waitpid(pid, 0)[1] == 0


class Traced:
    """A child that runs `work` and then ends without cleaning up; `watch` runs it and hands out its calls."""

    def __init__(self, work: Callable[[], None], folder: Path) -> None:
        self._folder = str(folder)
        self._failure = 0
        self.pid = os.fork()
        if not self.pid:
            _work(work)
        os.waitpid(self.pid, 0)
        _ptrace(SETOPTIONS, self.pid, 0, GOOD_STOPS | EXIT_KILL)

    def watch(self) -> Iterator[tuple[Call, bool]]:
        """Each call that writes to the folder twice: before it (False) and, if it is not killed, after it (True)."""
        before: Call | None = None
        while (info := self._next()) is not None:
            if info.op == 1:
                before = self._call(info.values[0], info.values[1:])
                if before:
                    yield before, False
                if before and self._failure:
                    _ptrace(POKEUSER, self.pid, ORIG_RAX, -1)
            elif before:
                if self._failure:
                    _ptrace(POKEUSER, self.pid, RAX, -self._failure)
                    self._failure = 0
                yield before, True

    def fail(self, number: int) -> None:
        """Have the call that was just handed out fail with this error number instead of happening."""
        self._failure = number

    def kill(self) -> None:
        """End the child at once, wherever it is."""
        os.kill(self.pid, signal.SIGKILL)

    def _next(self) -> Info | None:
        """Go on to the next stop at a system call; None when the child has ended."""
        passed_on = 0
        while True:
            with suppress(ProcessLookupError):
                _ptrace(SYSCALL, self.pid, 0, passed_on)
            _, status = os.waitpid(self.pid, 0)
            if os.WIFEXITED(status) or os.WIFSIGNALED(status):
                self.exit_code = os.waitstatus_to_exitcode(status)
                return None
            if os.WSTOPSIG(status) == signal.SIGTRAP | 0x80:
                info = Info()
                _ptrace(SYSCALL_INFO, self.pid, ctypes.sizeof(info), ctypes.addressof(info))
                return info
            passed_on = os.WSTOPSIG(status)

    def _call(self, number: int, arguments: list[int]) -> Call | None:
        if number in BY_DESCRIPTOR:
            name, path = BY_DESCRIPTOR[number], self._opened(arguments[0])
            size, offset = (0, arguments[1]) if name == "ftruncate" else (arguments[2], arguments[3])
            return Call(name, path, offset, size) if path.startswith(self._folder) else None
        if number not in BY_PATH or (number == 257 and not arguments[2] & os.O_CREAT):
            return None
        path = self._string(arguments[BY_PATH[number]])
        if number == 257 and os.path.exists(path):
            return None
        return Call(PATH_NAMES[number], path) if path.startswith(self._folder) else None

    def _opened(self, descriptor: int) -> str:
        try:
            return os.readlink(f"/proc/{self.pid}/fd/{descriptor}")
        except OSError:
            return ""

    def _string(self, address: int) -> str:
        with open(f"/proc/{self.pid}/mem", "rb", buffering=0) as memory:
            memory.seek(address)
            # Not past the page, which may be the last.
            return os.fsdecode(memory.read(4096 - address % 4096).split(b"\0")[0])


def _work(work: Callable[[], None]) -> None:
    _ptrace(TRACEME, 0, 0, 0)
    os.kill(os.getpid(), signal.SIGSTOP)
    try:
        work()
    except BaseException:
        traceback.print_exc()
        os._exit(3)
    os._exit(0)


def _ptrace(request: int, pid: int, address: int, data: int, *, quiet: bool = False) -> int:
    found: int = _LIBC.ptrace(request, pid, address, data)
    if found < 0 and not quiet:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return found


_LIBC = ctypes.CDLL(None, use_errno=True)
if sys.platform == "linux":
    _LIBC.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
    _LIBC.ptrace.restype = ctypes.c_long
