"""`newsreader serve`: the reader in a web browser on this machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newsreader.cli import arguments
from newsreader.cli.problems import CommandError

if TYPE_CHECKING:
    import argparse

PORT = 8150


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `serve`."""
    parser = subparsers.add_parser(
        "serve",
        help="open the library in a web browser on this machine",
        description="Serve the reader to web browsers on this machine, at the address that is printed and nowhere "
        "else. Who has the address can read the library and write into it; no file outside of it can be opened or "
        "written.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--port", type=int, default=PORT, help=f"the port of the address (default: {PORT}); 0 takes any that is free"
    )
    arguments.add_settings(parser, "model", "theme", "measure", "config")


def run(args: argparse.Namespace) -> int:
    """Serve until ctrl+c."""
    arguments.config_of(args)
    try:
        from newsreader.cli.serving.server import serve
    except ModuleNotFoundError as error:
        from newsreader.sources.extras import needs

        raise CommandError(f"serve {needs('textual-serve', 'web')}") from error
    try:
        serve(args.port, arguments.given_settings(args), _say)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or "there is no such port"
        raise CommandError(f"Port {args.port} cannot be served: {reason}. Choose another with --port.") from error
    return 0


def _say(address: str) -> None:
    print(address, flush=True)
    print("Open this address in a browser on this machine; ctrl+c ends it.", file=sys.stderr)
