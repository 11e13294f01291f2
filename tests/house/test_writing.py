"""Only services write a state, nothing waits for the network inside a transaction, no user text is trusted."""

import ast

import pytest

from tests.house import sources

NETWORK = {"socket", "smtplib", "requests", "stripe", "urllib", "urlopen", "scanner", "mailer", "provider", "providers"}
FILES = {"default_storage", "storages", "Image", "canvas"}
MARKS = {"mark_safe", "SafeString", "SafeText"}
# The adapter over upstream's macros, which escape what they are given, and rich text that Wagtail has cleaned.
MAY_MARK = {"core/ui", "cms/templatetags"}
# The one step by which services carry a row through its machine; a probe that plays a worker which died.
MAY_WRITE = {"core/audit/moves.py", "tests/background/probes.py"}


def assigned_states(tree: ast.AST) -> list[int]:
    """Lines that set the `state` of something, by assignment, `update` or `setattr`."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=targets):
                found += [t.lineno for t in targets if isinstance(t, ast.Attribute) and t.attr == "state"]
            case ast.AugAssign(target=ast.Attribute(attr="state")) | ast.AnnAssign(target=ast.Attribute(attr="state")):
                found.append(node.lineno)
            case ast.Call(func=ast.Attribute(attr="update" | "write" | "bulk_update"), keywords=keywords):
                found += [node.lineno for keyword in keywords if keyword.arg == "state"]
            case ast.Call(func=ast.Name(id="setattr"), args=[_, ast.Constant(value="state"), *_]):
                found.append(node.lineno)
    return found


def is_atomic(expression: ast.expr) -> bool:
    target = expression.func if isinstance(expression, ast.Call) else expression
    return (isinstance(target, ast.Attribute) and target.attr == "atomic") or (
        isinstance(target, ast.Name) and target.id == "atomic"
    )


def waits_in_transaction(tree: ast.AST) -> list[str]:
    """Names of the network, of files or of pictures that are used inside an atomic block."""
    blocks: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.With) and any(is_atomic(item.context_expr) for item in node.items):
            blocks += node.body
        if isinstance(node, ast.FunctionDef) and any(is_atomic(decorator) for decorator in node.decorator_list):
            blocks += node.body
    names = [node.id for block in blocks for node in ast.walk(block) if isinstance(node, ast.Name)]
    return sorted({name for name in names if name in NETWORK | FILES})


def marks(tree: ast.AST) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id in MARKS) or (isinstance(node, ast.Attribute) and node.attr in MARKS)
    ]


def test_only_services_write_a_state():
    found = {
        f"{path}:{line}"
        for path in sources.python(*sources.APPS, "tests")
        if not sources.is_in(path, "services") and str(path) not in MAY_WRITE
        for line in assigned_states(sources.tree(path))
    }
    assert found == set()


def test_nothing_waits_inside_a_transaction():
    found = {
        f"{path}: {name}" for path in sources.python(*sources.APPS) for name in waits_in_transaction(sources.tree(path))
    }
    assert found == set()


def test_no_text_is_declared_safe():
    found = {
        f"{path}:{line}"
        for path in sources.python(*sources.APPS)
        if "/".join(path.parts[:2]) not in MAY_MARK
        for line in marks(sources.tree(path))
    }
    assert found == set()


@pytest.mark.parametrize(
    "source",
    [
        "claim.state = 'paid'",
        "Claim.objects.filter(pk=1).update(state='paid')",
        "claim.write(state='paid')",
        "setattr(claim, 'state', 'paid')",
    ],
)
def test_a_written_state_is_found(source):
    assert assigned_states(ast.parse(source)) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "with transaction.atomic():\n    smtplib.SMTP('x')",
        "@transaction.atomic\ndef f():\n    return Image.open(x)",
        "with transaction.atomic(using='x'):\n    if a:\n        scanner().scan(x)",
    ],
)
def test_a_wait_is_found(source):
    assert len(waits_in_transaction(ast.parse(source))) == 1


def test_a_mark_is_found():
    assert marks(ast.parse("from x import y\nhtml = mark_safe(text)")) == [2]
