"""Files, functions and templates stay short enough to read at one sitting."""

import ast

from tests.house import sources

FILE, FUNCTION, VIEW, TEMPLATE = 300, 40, 25, 150


def long_functions(tree: ast.AST, most: int) -> list[str]:
    """Functions whose statements take more lines than that: the signature and the docstring are free."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[-1] if ast.get_docstring(node) and len(node.body) == 1 else node.body[0]
            if ast.get_docstring(node) and len(node.body) > 1:
                first = node.body[1]
            lines = node.end_lineno - first.lineno + 1
            if lines > most:
                found.append(node.name)
    return found


def too_long(text: str, most: int) -> bool:
    return len(text.splitlines()) > most


def test_everything_is_short():
    found = {str(path) for path in sources.python() if too_long(sources.text(path), FILE)}
    found |= {str(path) for path in sources.templates() if too_long(sources.text(path), TEMPLATE)}
    for path in sources.python():
        most = VIEW if sources.is_in(path, "views") else FUNCTION
        found |= {f"{path}: {name}" for name in long_functions(sources.tree(path), most)}
    assert found == set()


def test_a_long_function_is_found():
    body = "    pass\n" * 40
    assert long_functions(ast.parse(f'def deep():\n    """What it is."""\n{body}    pass\n'), 40) == ["deep"]
    assert long_functions(ast.parse(f'def deep():\n    """What it is."""\n{body}'), 40) == []
    assert too_long("x\n" * 301, 300)
    assert not too_long("x\n" * 300, 300)
