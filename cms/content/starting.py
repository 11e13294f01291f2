"""What a new page starts with: the headings that make it a good one, with room below each."""

from typing import Any

Blocks = list[tuple[str, Any]]


def advice() -> Blocks:
    headings = ("What this means for you", "What you can do", "How we can help")
    return [("text", "".join(f"<h2>{heading}</h2><p></p>" for heading in headings))]


def news() -> Blocks:
    return [("text", "<h2>What is new</h2><p></p><h2>What you can do</h2><p></p>")]
