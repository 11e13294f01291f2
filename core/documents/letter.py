"""A letter in plain blocks: the one thing that the page and the PDF are both made from."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, ClassVar

from core.documents.rules.text import plain


class Block:
    """A piece of a letter. `block` names it in stored letters, `template_name` sets it on a page."""

    block: ClassVar[str]

    @property
    def template_name(self) -> str:
        return f"documents/blocks/{self.block}.html"

    def to_json(self) -> dict[str, Any]:
        return {"block": self.block, **asdict(self)}


@dataclass(frozen=True)
class Heading(Block):
    """A heading within the letter. `level` 2 is a section, 3 a part of one; the title is level 1."""

    text: str
    level: int = 2
    block: ClassVar[str] = "heading"

    def __post_init__(self) -> None:
        if self.level not in (2, 3):
            raise ValueError("a heading is of level 2 or 3")


@dataclass(frozen=True)
class Paragraph(Block):
    text: str
    block: ClassVar[str] = "paragraph"


@dataclass(frozen=True)
class Bullets(Block):
    """A list. `numbered` when the order matters."""

    items: tuple[str, ...]
    numbered: bool = False
    block: ClassVar[str] = "bullets"


@dataclass(frozen=True)
class Facts(Block):
    """What we know, a label and a value each."""

    rows: tuple[tuple[str, str], ...]
    block: ClassVar[str] = "facts"


@dataclass(frozen=True)
class Table(Block):
    """A table with a header for each column. The first cell of a row names the row.

    `numeric` holds the positions of columns that are set to the right.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    numeric: tuple[int, ...] = ()
    block: ClassVar[str] = "table"

    def __post_init__(self) -> None:
        if any(len(row) != len(self.headers) for row in self.rows):
            raise ValueError("each row has as many cells as there are headers")


@dataclass(frozen=True)
class Notice(Block):
    """What the reader must not miss, in a box: a deadline, a right, a warning."""

    text: str
    title: str = ""
    block: ClassVar[str] = "notice"


@dataclass(frozen=True)
class Signature(Block):
    """Who signs, in which role, and how to reach them."""

    name: str
    role: str
    contact: tuple[str, ...] = ()
    block: ClassVar[str] = "signature"


BLOCKS: dict[str, type[Block]] = {
    kind.block: kind for kind in (Heading, Paragraph, Bullets, Facts, Table, Notice, Signature)
}


@dataclass(frozen=True)
class Council:
    """Who writes: the letterhead."""

    name: str
    lines: tuple[str, ...] = ()
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Letter:
    """A letter or certificate.

    `recipient` is the name and address, a line each. `reference` is what the reader quotes. Text is
    plain: nothing in it is markup, and a line break within a paragraph is kept.
    """

    title: str
    reference: str
    date: date
    council: Council
    recipient: tuple[str, ...]
    blocks: tuple[Block, ...]
    language: str = "en-GB"

    def to_json(self) -> dict[str, Any]:
        """What is stored: plain lists and words, without what no database or page can hold."""
        content = asdict(self) | {"date": self.date.isoformat()}
        content["blocks"] = [block.to_json() for block in self.blocks]
        return tidy(content)


def from_json(content: dict[str, Any]) -> Letter:
    """The letter that `to_json` wrote."""
    values = dict(content)
    values["date"] = date.fromisoformat(values["date"])
    values["council"] = Council(**frozen(values["council"]))
    values["recipient"] = tuple(values["recipient"])
    values["blocks"] = tuple(block_from_json(block) for block in values["blocks"])
    return Letter(**values)


def block_from_json(content: dict[str, Any]) -> Block:
    values = frozen(content)
    return BLOCKS[values.pop("block")](**values)


def tidy(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: tidy(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [tidy(part) for part in value]
    return plain(value) if isinstance(value, str) else value


def frozen(values: dict[str, Any]) -> dict[str, Any]:
    return {name: freeze(value) for name, value in values.items()}


def freeze(value: Any) -> Any:
    return tuple(freeze(item) for item in value) if isinstance(value, list | tuple) else value
