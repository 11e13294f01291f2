import pytest
import time_machine


@pytest.fixture(autouse=True)
def _the_day(at) -> None:
    with time_machine.travel(at, tick=False):
        yield
