"""Who may come in: whoever has the token, from the page's own origin, by a name of this machine.

The token stands in the address once and is a cookie from then on. Other pages of the same browser do not send it, for
it is strict about its site, and what they would ask of this server has their origin or, where they had another name
lead here, that name.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

TOKEN = "token"
"""What the token is called in the address."""

_POLICY = """
default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;
connect-src 'self' ws:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'
"""
HEADERS = {
    "Content-Security-Policy": " ".join(_POLICY.split()),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
"""What every answer says: nothing is loaded from elsewhere, and no other page holds this one."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets requests through, or answers them with 403."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return f"http://127.0.0.1:{self.port}/?{TOKEN}={self.token}"

    @property
    def cookie(self) -> str:
        """What the cookie is called; browsers share cookies between ports."""
        return f"newsreader-{self.port}"

    async def pass_through(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Answer a request if it may come in."""
        if not self._is_of_here(request):
            raise web.HTTPForbidden(text="This address is not the reader's own.\n", headers=HEADERS)
        if self._knows(request.query.get(TOKEN, "")) and request.path == "/":
            return self._with_cookie()
        if not self._knows(request.cookies.get(self.cookie, "")):
            raise web.HTTPForbidden(text="Open the address that “newsreader serve” prints.\n", headers=HEADERS)
        response = await handler(request)
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    def _is_of_here(self, request: web.Request) -> bool:
        hosts = [f"{name}:{self.port}" for name in ("127.0.0.1", "localhost")]
        origin = request.headers.get("Origin")
        # Only a browser says an origin, and for a socket it always does.
        is_own = origin in [f"http://{host}" for host in hosts] if origin else request.path != "/ws"
        return is_own and request.headers.get("Host") in hosts

    def _knows(self, token: str) -> bool:
        return compare_digest(token.encode(), self.token.encode())

    def _with_cookie(self) -> web.Response:
        response = web.Response(status=302, headers={"Location": "/", **HEADERS})
        response.set_cookie(self.cookie, self.token, httponly=True, samesite="Strict", path="/")
        return response
