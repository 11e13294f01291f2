"""A module is named for its idea."""

from pathlib import Path

import pytest

from tests.house import sources

NAMELESS = {"utils", "util", "helpers", "helper", "common", "mixins", "misc", "stuff", "tools"}


def nameless(path: Path) -> bool:
    return bool(NAMELESS & {*path.parts[:-1], path.stem})


def test_no_module_is_a_drawer_for_everything():
    assert [str(path) for path in sources.python() if nameless(path)] == []


@pytest.mark.parametrize("path", ["core/utils.py", "deposits/helpers/money.py", "tests/common.py"])
def test_a_drawer_is_found(path):
    assert nameless(Path(path))
