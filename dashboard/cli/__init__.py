"""The command ``sdg-atlas``: arguments in, one call out; what a command needs is loaded when it runs, so that help is quick."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from dashboard import __version__, settings
from dashboard.cli.build import add_build
from dashboard.cli.evaluate import add_evaluate
from dashboard.cli.export import add_export
from dashboard.cli.extract import add_extract
from dashboard.cli.gazetteer import add_gazetteer
from dashboard.cli.goals import add_goals
from dashboard.cli.running import DONE, INTERRUPTED, SOME_SKIPPED, STATUS, STOPPED, say
from dashboard.cli.show import add_show
from dashboard.cli.train import add_train
from dashboard.errors import AtlasError

__all__ = ["DONE", "INTERRUPTED", "SOME_SKIPPED", "STOPPED", "main"]

_COMMANDS = (add_show, add_build, add_extract, add_goals, add_evaluate, add_export, add_train, add_gazetteer)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sdg-atlas",
        description=f"{settings.NAME}: articles about academic cooperation on the goals, read into facts and shown.",
        epilog=f"example:\n  sdg-atlas          open the dashboard (the same as `sdg-atlas show`)\n\n{STATUS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"sdg-atlas {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for add in _COMMANDS:
        add(commands)
    return parser


def _with_default(arguments: Sequence[str]) -> list[str]:
    """Options without a command are those of ``show``."""
    own = {"-h", "--help", "--version"}
    bare = not arguments or (arguments[0].startswith("-") and arguments[0] not in own)
    return ["show", *arguments] if bare else list(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    options = _parser().parse_args(_with_default(sys.argv[1:] if arguments is None else arguments))
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except AtlasError as error:
        say(f"sdg-atlas: {error}")
        return STOPPED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has read enough; what is left in the buffer must not fail at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status
