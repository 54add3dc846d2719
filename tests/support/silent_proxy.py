"""A way to a server on which it can fall silent: what is sent is still taken, and nothing comes back any more."""

from __future__ import annotations

import select
import socket
import threading
from typing import Self


class SilentProxy:
    """Listens on the loopback, and hands all on to a socket in a folder and back until it is told to be silent."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._silent = threading.Event()
        self._ended = threading.Event()
        self._ends: dict[socket.socket, socket.socket] = {}
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        for each in (self._listening, *self._ends):
            each.close()

    def be_silent(self) -> None:
        """Hand nothing on from now on, neither of those who are connected nor of who comes."""
        self._silent.set()

    def speak(self) -> None:
        """Hand on again; who was connected before is cut off."""
        for each in self._ends:
            each.close()
        self._ends.clear()
        self._silent.clear()

    def _run(self) -> None:
        while not self._ended.is_set():
            if self._silent.is_set():
                self._ended.wait(0.01)
                continue
            try:
                ready, _, _ = select.select([self._listening, *self._ends], [], [], 0.01)
            except (OSError, ValueError):
                continue  # closed by `speak` meanwhile
            for each in ready if not self._silent.is_set() else ():
                self._accept() if each is self._listening else self._hand_on(each)

    def _accept(self) -> None:
        client, _ = self._listening.accept()
        server = socket.socket(socket.AF_UNIX)
        try:
            server.connect(self._server)
        except OSError:  # nobody is there
            client.close()
            server.close()
        else:
            self._ends |= {client: server, server: client}

    def _hand_on(self, end: socket.socket) -> None:
        other = self._ends.get(end)
        try:
            data = end.recv(65_536)
            if data and other is not None:
                other.sendall(data)
        except OSError:
            data = b""
        if not data and other is not None:
            for each in (end, other):
                self._ends.pop(each, None)
                each.close()
