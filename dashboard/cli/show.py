"""``sdg-atlas show``: the dashboard."""

from __future__ import annotations

import argparse
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

from dashboard import settings
from dashboard.cli.running import DONE, add_command, add_tables_option, open_tables
from dashboard.errors import AtlasError

if TYPE_CHECKING:
    from dashboard.cli.running import Commands


def show(options: argparse.Namespace) -> int:
    """Build the tables where there are none, and open the dashboard."""
    if options.port:
        _check_port(options.host, options.port)
    open_tables(options.tables)
    from click.exceptions import Abort
    from streamlit.web import cli as streamlit

    flags = {
        "server.address": options.host,
        "server.headless": "true" if options.no_browser else None,
        "server.port": str(options.port) if options.port else None,
        "server.showEmailPrompt": "false",
        "browser.gatherUsageStats": "false",
        "browser.serverAddress": None if options.host in ("0.0.0.0", "::") else options.host,
    }
    given = [part for name, value in flags.items() if value for part in (f"--{name}", value)]
    # an interrupt is how the dashboard is ended
    with suppress(Abort, KeyboardInterrupt):
        streamlit.main(["run", str(settings.ROOT / "app.py"), *given], prog_name="streamlit", standalone_mode=False)
    return DONE


def _check_port(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            return
    except (OSError, OverflowError) as error:
        raise AtlasError(f"Port {port} of {host} cannot be opened ({error}); choose another with --port or --host") from error


def add_show(commands: Commands) -> None:
    """Declare the command."""
    parser = add_command(commands, show, "sdg-atlas show --port 8600 --tables my-tables")
    parser.add_argument("--port", type=int, metavar="N", help="port to listen at (default: 8501, or the next that is free)")
    parser.add_argument("--host", default="localhost", metavar="NAME", help="address to listen at (default: %(default)s)")
    parser.add_argument("--no-browser", action="store_true", help="open no browser window")
    add_tables_option(parser)
