"""What a new page starts with: the headings that make it a good one, with room below each."""

from typing import Any

Blocks = list[tuple[str, Any]]


def advice() -> Blocks:
    return [
        ("text", "<h2>What this means for you</h2><p></p><h2>What you can do</h2><p></p>"),
        ("callout", {"kind": "warning", "heading": "", "text": ""}),
        ("text", "<h2>How we can help</h2><p></p>"),
    ]


def news() -> Blocks:
    return [("text", "<h2>What is new</h2><p></p><h2>What you can do</h2><p></p>")]
