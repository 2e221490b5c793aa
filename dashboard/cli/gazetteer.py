"""``sdg-atlas gazetteer``: lists of institutions that a user installs beside the bundled ones."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli.running import DONE, STATUS, add_command, progress_bar, say

if TYPE_CHECKING:
    from dashboard.cli.running import Commands

_WHAT = "the Research Organization Registry (https://ror.org, CC0)"


def gazetteer(options: argparse.Namespace) -> int:
    """Install, list or remove the Research Organization Registry, which links institutions to their ROR ids."""
    status: int = options.act(options)
    return status


def _install(options: argparse.Namespace) -> int:
    """Install a gazetteer; what was installed before stays until the new one is complete."""
    from dashboard.knowledge.gathering import read_shelves
    from dashboard.knowledge.registry import install_registry

    if options.file:
        dump, version = options.file, None
    else:
        dump, version = _fetch()
    with progress_bar("Reading", " organisations") as progress:
        installed = install_registry(dump, version, progress)
    if version:
        dump.unlink(missing_ok=True)
    say("Putting names in order")
    read_shelves.cache_clear()
    read_shelves()
    say(f"Installed ROR {installed.version}: {installed.count:,} organisations in {installed.path}")
    return DONE


def _fetch() -> tuple[Path, str]:
    from dashboard import settings
    from dashboard.knowledge.registry_download import ADDRESS, fetch_release, find_release

    release = find_release(ADDRESS)
    say(f"ROR {release.version}, {release.size / 1e6:.0f} MB")
    with progress_bar("Fetching", " bytes") as progress:
        return fetch_release(release, settings.gazetteers_folder(), progress), release.version


def _list(options: argparse.Namespace) -> int:
    """List what is installed: version, number of organisations, size, checksum of the dump, place."""
    from dashboard.knowledge.registry import find_installed

    one = find_installed()
    if one is None:
        say("No gazetteer is installed; `sdg-atlas gazetteer install ror` installs " + _WHAT)
    else:
        print(f"ror  {one.version}  {one.count} organisations  {one.size / 1e6:.1f} MB  sha256:{one.checksum}  {one.path}")
    return DONE


def _remove(options: argparse.Namespace) -> int:
    """Remove a gazetteer."""
    from dashboard.knowledge.registry import remove_registry

    say("ROR is removed" if remove_registry() else "ROR is not installed")
    return DONE


def add_gazetteer(commands: Commands) -> None:
    """Declare the command."""
    parser = add_command(commands, gazetteer, "sdg-atlas gazetteer install ror --file v2.9-2026-07-01-ror-data.zip")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    parsers: dict[str, argparse.ArgumentParser] = {}
    act: Callable[[argparse.Namespace], int]
    for act in (_install, _list, _remove):
        name, words = act.__name__.strip("_"), act.__doc__ or ""
        shape = argparse.RawDescriptionHelpFormatter
        parsers[name] = acts.add_parser(name, help=words, description=words, epilog=STATUS, formatter_class=shape)
        parsers[name].set_defaults(act=act)
    for name in ("install", "remove"):
        parsers[name].add_argument("name", choices=("ror",), help=_WHAT)
    words = "a dump fetched before, .zip or .json of schema v2 (default: fetch the newest from Zenodo)"
    parsers["install"].add_argument("--file", type=Path, metavar="DUMP", help=words)
