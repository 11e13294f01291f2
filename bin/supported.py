"""Stops with one line unless this Python is one that Lintel runs on. Any Python can read this file."""

import sys

OLDEST, NEWEST = (3, 11), (3, 14)

if not OLDEST <= sys.version_info[:2] <= NEWEST:
    sys.exit(
        "lintel: Python 3.11 to 3.14 is needed and this is %d.%d: install one of them, "  # noqa: UP031  older Pythons read it too
        "or name one that you have, as in: make run PYTHON=python3.12" % sys.version_info[:2]
    )
