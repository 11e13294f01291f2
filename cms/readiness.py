"""Whether a page may go out: what an editor still has to write before it is published."""

from typing import Any

from cms.rules import prose

BARE = "Nothing stands below: {}. Write it, or take the heading out."
NO_CONTACT = "Say who can help if we cannot: add at least one contact."


def faults(page: Any) -> dict[str, str]:
    """What keeps a page from being published, by field; a draft may have them all."""
    found = {}
    if bare := bare_headings(page):
        found["body"] = BARE.format(", ".join(bare))
    if hasattr(page, "contacts") and not page.contacts:
        found["contacts"] = NO_CONTACT
    return found


def bare_headings(page: Any) -> list[str]:
    """The headings with nothing below them. A table, a figure or the like counts for the heading above it."""
    parts = [
        block.value.source if block.block_type == "text" else "<p>a piece of its own</p>"
        for block in getattr(page, "body", ())
    ]
    return prose.bare_headings("".join(parts))
