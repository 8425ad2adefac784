"""What the code may touch and how long it may grow, read from its syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator import model

PACKAGE = Path(__file__).parent.parent / "generator"
MODULES = sorted(str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py"))
EDGES = {
    "__main__.py",
    "audit.py",
    "cli/building.py",
    "cli/options.py",
    "cli/previewing.py",
    "cli/terminal.py",
    "cli/exporting.py",
    "code.py",
    "database.py",
    "exporting.py",
    "pdf.py",
    "fulltext.py",
    "memo.py",
    "outputs.py",
    "project.py",
    "publish.py",
    "read/snapshot.py",
    "review/history.py",
    "review/states.py",
    "serve/app.py",
    "serve/following.py",
    "serve/live.py",
    "serve/server.py",
    "serve/shelf.py",
    "serve/streams.py",
    "serve/watching.py",
    "serve/workshop.py",
    "store.py",
    "workers.py",
}
PURE = [name for name in MODULES if name not in EDGES]

# fmt: off
WORLD = {
    "asyncio", "atexit", "builtins", "ctypes", "fcntl", "fileinput", "getpass", "glob", "http", "importlib", "io",
    "linecache", "locale", "mmap", "multiprocessing", "os", "platform", "pty", "pwd", "random", "resource", "secrets",
    "select", "shelve", "shutil", "signal", "site", "socket", "socketserver", "sqlite3", "ssl", "subprocess", "sys",
    "sysconfig", "tempfile", "termios", "threading", "time", "urllib.request", "webbrowser", "zoneinfo",
}
# fmt: on
CALLS = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint", "hash", "globals"}
CLOCK = {"now", "utcnow", "today", "uuid1", "uuid4", "get_localzone", "tzlocal"}
UNORDERED_IS_FINE = {"sorted", "set", "frozenset", "len", "any", "all", "sum", "min", "max", "isdisjoint", "update", "union"}


@cache
def tree_of(name: str) -> ast.Module:
    """A module's syntax tree, every node with its parent."""
    tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"), name)
    for parent in ast.walk(tree):
        for child in ast.iter_child_nodes(parent):
            child.parent = parent  # type: ignore[attr-defined]
    return tree


def imports(tree: ast.AST) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Each imported module with the names taken from it, and the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, (), node.lineno
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", tuple(alias.name for alias in node.names), node.lineno


def touches(tree: ast.AST) -> Iterator[str]:
    """Every place where a module reaches for files, clock, environment, processes, network or chance."""
    for module, names, line in imports(tree):
        if module in WORLD or module.partition(".")[0] in WORLD - {"urllib"}:
            yield f"line {line} imports {module}"
        if module == "pathlib" and (not names or not set(names) <= {"PurePosixPath", "PurePath"}):
            yield f"line {line} imports more of pathlib than pure paths"
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield f"line {node.lineno} calls {node.func.id}()"
        if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK:
            yield f"line {node.lineno} calls {node.func.attr}()"


@pytest.mark.parametrize("name", PURE)
def test_only_the_edges_touch_the_world(name: str) -> None:
    assert list(touches(tree_of(name))) == []


def test_what_a_record_sets_aside_is_a_field_of_it() -> None:
    records = [one for one in vars(model).values() if isinstance(one, type) and issubclass(one, model.Record)]
    assert model.Briefed in records
    assert [(one.__name__, name) for one in records for name in sorted(one.aside - set(one.__struct_fields__))] == []


def test_every_edge_is_a_module() -> None:
    """A name that no longer exists must not stay allowed."""
    assert sorted(EDGES - set(MODULES)) == []


@pytest.mark.parametrize("name", [name for name in MODULES if not name.startswith("cli/") and name != "__main__.py"])
def test_only_the_command_line_prints_and_exits(name: str) -> None:
    calls = [node for node in ast.walk(tree_of(name)) if isinstance(node, ast.Call)]
    found = [
        ast.unparse(node.func) for node in calls if ast.unparse(node.func) in ("print", "sys.exit", "exit", "quit", "click.echo")
    ]
    assert found == []


@pytest.mark.parametrize("name", MODULES)
def test_no_global_statement_and_no_bare_except(name: str) -> None:
    tree = tree_of(name)
    found = [f"line {node.lineno}" for node in ast.walk(tree) if isinstance(node, ast.Global)]
    found += [f"line {node.lineno}" for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and node.type is None]
    assert found == []


# --- sets and order ---------------------------------------------------------------------------------------------------


def scope_of(node: ast.AST) -> ast.AST:
    """The function or module that a node stands in."""
    while not isinstance(node, (ast.FunctionDef, ast.Module)):
        node = node.parent  # type: ignore[attr-defined]
    return node


def is_set_annotation(node: ast.AST | None) -> bool:
    return node is not None and ast.unparse(node).split("[")[0] in {"set", "frozenset", "AbstractSet"}


def set_names(tree: ast.Module) -> set[tuple[ast.AST, str]]:
    """Names that surely hold a set, with the scope they belong to."""
    names: set[tuple[ast.AST, str]] = set()
    for _ in range(2):  # twice, for a name that is made of a name
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and is_set(node.value, names):
                names |= {(scope_of(node), target.id) for target in node.targets if isinstance(target, ast.Name)}
            elif isinstance(node, ast.AnnAssign) and is_set_annotation(node.annotation) and isinstance(node.target, ast.Name):
                names.add((scope_of(node), node.target.id))
            elif isinstance(node, ast.arg) and is_set_annotation(node.annotation):
                names.add((scope_of(node), node.arg))
    return names


def is_set(node: ast.AST, names: set[tuple[ast.AST, str]]) -> bool:
    """Whether an expression is surely a set."""
    if isinstance(node, (ast.Set, ast.SetComp)):
        return True
    if isinstance(node, ast.Name):
        scope = scope_of(node)
        module = scope
        while not isinstance(module, ast.Module):
            module = module.parent  # type: ignore[attr-defined]
        return (scope, node.id) in names or (module, node.id) in names
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("set", "frozenset")
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitOr, ast.BitAnd, ast.Sub, ast.BitXor)):
        return is_set(node.left, names) or is_set(node.right, names)
    return False


def is_order_lost(node: ast.AST) -> bool:
    """Whether what is made of an iteration is sorted, counted or put into a set again."""
    parent = node.parent  # type: ignore[attr-defined]
    if isinstance(node, ast.SetComp):
        return True
    if isinstance(parent, ast.Starred):
        return is_order_lost(parent)
    if isinstance(parent, ast.Set):
        return True
    if isinstance(parent, ast.Call) and node in parent.args:
        name = parent.func.id if isinstance(parent.func, ast.Name) else getattr(parent.func, "attr", "")
        keyed = any(keyword.arg == "key" for keyword in parent.keywords)
        return name in UNORDERED_IS_FINE and not (name in ("min", "max") and keyed)
    return False


def is_popped(node: ast.Call, names: set[tuple[ast.AST, str]]) -> bool:
    """Whether a call takes some member out of a set."""
    return isinstance(node.func, ast.Attribute) and node.func.attr == "pop" and not node.args and is_set(node.func.value, names)


def iterations(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Each iteration over a set whose order could reach a result."""
    names = set_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.For) and is_set(node.iter, names):
            yield node.lineno, ast.unparse(node.iter)
        elif isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp)):
            yield from (
                (node.lineno, ast.unparse(part.iter))
                for part in node.generators
                if is_set(part.iter, names) and not is_order_lost(node)
            )
        elif isinstance(node, ast.Starred) and is_set(node.value, names) and not is_order_lost(node):
            yield node.lineno, ast.unparse(node.value)
        elif isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            keyed = any(keyword.arg == "key" for keyword in node.keywords)
            ordering = name in (
                "tuple",
                "list",
                "join",
                "iter",
                "next",
                "enumerate",
                "zip",
                "map",
                "filter",
                "fromkeys",
                "extend",
                "chain",
            )
            if ordering or (keyed and name in ("min", "max")):
                yield from (
                    (node.lineno, ast.unparse(value)) for value in node.args if is_set(value, names) and not is_order_lost(node)
                )
        if isinstance(node, ast.Call) and is_popped(node, names):
            yield node.lineno, ast.unparse(node)


# What is iterated in no order, and why that cannot show.
HARMLESS = {
    ("analyse/places.py", "entities.pop()"): "its length is one",
    ("analyse/speech/verbs.py", "present & _CUES"): "gathered, then sorted",
    ("analyse/speech/verbs.py", "_ACCORDING"): "gathered, then sorted",
}


@pytest.mark.parametrize("name", MODULES)
def test_no_set_is_iterated_into_a_result(name: str) -> None:
    found = [f"line {line}: {what}" for line, what in iterations(tree_of(name)) if (name, what) not in HARMLESS]
    assert found == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x = {1, 2}\ny = [i for i in x]", 1),
        ("x = {1, 2}\ny = sorted(i for i in x)", 0),
        ("def f(x: set[int]):\n    return tuple(x)", 1),
        ("def f(x: frozenset[int]):\n    for i in x | {3}:\n        print(i)", 1),
        ("y = ','.join({'a', 'b'})", 1),
        ("y = sorted({'a', 'b'}) + [*sorted({1})]", 0),
        ("y = {a for a in {1, 2}}", 0),
        ("y = max({'a', 'b'}, key=len)", 1),
        ("y = {'a', 'b'}.pop()", 1),
    ],
)
def test_the_search_for_iterated_sets_finds_them(code: str, expected: int) -> None:
    tree = ast.parse(code)
    for parent in ast.walk(tree):
        for child in ast.iter_child_nodes(parent):
            child.parent = parent  # type: ignore[attr-defined]
    assert len(list(iterations(tree))) == expected


# --- length -----------------------------------------------------------------------------------------------------------


def body_length(function: ast.FunctionDef) -> int:
    """Lines of a function's body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("name", MODULES)
def test_no_file_and_no_function_grows_without_saying_why(name: str) -> None:
    """300 lines a file, 40 a body; a longer one holds a comment that begins with "Longer than"."""
    lines = (PACKAGE / name).read_text(encoding="utf-8").splitlines()
    found = []
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.FunctionDef) and body_length(node) > 40:
            own = lines[node.lineno - 1 : node.end_lineno]
            if not any(line.strip().startswith("# Longer than") for line in own):
                found.append(f"{node.name}: {body_length(node)} lines")
    if len(lines) > 300 and not any(line.startswith("# Longer than") for line in lines):
        found.append(f"the file: {len(lines)} lines")
    assert found == []


@pytest.mark.parametrize("name", [name for name in MODULES if name != "__main__.py"])
def test_every_module_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring(tree_of(name))
