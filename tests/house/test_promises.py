"""That a manager is told is promised only where `tell_managers` keeps it."""

import ast
from collections.abc import Iterator

from core.deadlines.services import MANAGER_IS_TOLD
from tests.house import sources

OTHERWISE = 4
"""Where the words stand among what a `State` is given."""
CONSTANT = "core/deadlines/services.py"


def promises(tree: ast.AST) -> Iterator[str]:
    """What any deadline or state says will happen otherwise, where the words name a manager."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        words = [keyword.value for keyword in node.keywords if keyword.arg == "otherwise"]
        words += node.args[OTHERWISE : OTHERWISE + 1] if name == "State" else []
        texts = (text for word in words for text in ast.walk(word) if isinstance(text, ast.Constant))
        yield from (str(text.value) for text in texts if "manager" in str(text.value).lower())


def test_only_the_words_that_are_kept_promise_a_manager() -> None:
    found = {str(path): said for path in sources.python(*sources.APPS) if (said := list(promises(sources.tree(path))))}
    assert found == {}


def test_the_words_stand_in_one_place() -> None:
    paths = [str(path) for path in sources.python(*sources.APPS) if MANAGER_IS_TOLD in sources.text(path)]
    assert paths == [CONSTANT]


def test_it_would_see_a_promise() -> None:
    said = ast.parse("set(otherwise='A manager rings.'); State(A, 'b', C, 'd', f'The manager {x}')")
    assert list(promises(said)) == ["A manager rings.", "The manager "]
