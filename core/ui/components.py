"""What the small templates in `templates/ui/` show: plain values, made by selectors and views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from core.states import Colour, Holder, State

HOLDERS: Mapping[Holder, str] = {
    Holder.LANDLORD: "The landlord",
    Holder.COUNCIL: "The council",
    Holder.RESIDENT: "The resident",
    Holder.PARTNER: "The organisation that referred",
    Holder.NOBODY: "Nobody: nothing is waiting",
}


@dataclass(frozen=True)
class Strip:
    """One promise on every record: what it is, who holds it, what happens next, by when, and if not.

    `next_step` and `otherwise` come from the state unless said. `by` is the day of the promise and
    `on` the day it is read, so that the strip can say "in 3 days" or "2 days late". `yours` means
    that the reader holds it; `held_by` says who does when it is not the state's holder. `give_url` leads
    officers to where it is given to one of them by name.
    """

    title: str
    state: State
    next_step: str = ""
    by: date | None = None
    otherwise: str = ""
    holder_name: str = ""
    reference: str = ""
    on: date | None = None
    yours: bool = False
    held_by: Holder | None = None
    give_url: str = ""

    @property
    def holder(self) -> str:
        if self.yours:
            return "You"
        if self.finished:
            return "Nobody: this is finished"
        return self.holder_name or HOLDERS[self.held_by or self.state.holder]

    @property
    def next(self) -> str:
        return self.next_step or self.state.next_step

    @property
    def if_not(self) -> str:
        return self.otherwise or self.state.otherwise

    @property
    def tag(self) -> "Tag":
        return Tag("Waiting for you" if self.yours else self.state.label, self.state.colour)

    @property
    def finished(self) -> bool:
        return self.state.terminal and self.held_by in (None, Holder.NOBODY)

    @property
    def late(self) -> bool:
        return bool(self.by and self.on and self.by < self.on)

    @property
    def days(self) -> str:
        """How far the day is from the day it is read: "today", "in 3 days", "2 days late"."""
        if not (self.by and self.on):
            return ""
        days = (self.by - self.on).days
        if days in (0, 1):
            return ("today", "tomorrow")[days]
        return f"in {days} days" if days > 0 else f"{-days} day{'' if days == -1 else 's'} late"


@dataclass(frozen=True)
class Tag:
    """A state in words with a colour. Amber (`yellow`) and red only for what someone must act on."""

    text: str
    colour: Colour | str = Colour.GREY


@dataclass(frozen=True)
class Action:
    """Something to do: a link, or a button that posts. `hidden` completes it for a screen reader.

    `button` names the form value sent with it. `style` is primary, secondary, warning or start.
    """

    label: str
    url: str = ""
    hidden: str = ""
    style: str = "primary"
    name: str = ""
    value: str = ""
    post: bool = False


@dataclass(frozen=True)
class Row:
    """A key and its value. `value` may be a Tag, a date, Money, text, or a list of these."""

    key: str
    value: Any
    action: Action | None = None
    note: str = ""


@dataclass(frozen=True)
class Column:
    """`numeric` aligns right; `whole` keeps each of its lines on one. `sort` is the name in the address that sorts by
    it; `hidden` leaves the heading to screen readers."""

    label: str
    numeric: bool = False
    whole: bool = False
    sort: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Cell:
    """`value` as in Row; `url` makes it a link; `note` is a smaller second line."""

    value: Any
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of cells under columns. The first cell of a row is its heading when `row_headings`.

    `sorted_by` has "-" in front when descending; `empty` says why no rows stand. On a telephone the cells of a
    `stacked` table name their column: in the office each row is a card, elsewhere where it has several cells.
    """

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    row_headings: bool = True
    caption_hidden: bool = False
    sorted_by: str = ""
    query: str = ""
    empty: str = ""
    stacked: bool = True

    @property
    def headings(self) -> list[dict[str, Any]]:
        """The columns with the link that sorts by them and the way they are sorted now."""
        found = []
        for column in self.columns:
            up, down = self.sorted_by == column.sort, self.sorted_by == f"-{column.sort}"
            order = ("ascending" if up else "descending" if down else "none") if column.sort else ""
            target = f"-{column.sort}" if up else column.sort
            url = f"?{self.query}{'&' if self.query else ''}sort={target}" if column.sort else ""
            found.append({"column": column, "order": order, "url": url})
        return found


@dataclass(frozen=True)
class Pagination:
    """Where one is in a long list. `query` is the rest of the address, without `page`."""

    page: int
    pages: int
    total: int
    size: int = 25
    query: str = ""
    noun: str = "results"

    def url(self, page: int) -> str:
        return f"?{self.query}{'&' if self.query else ''}page={page}"

    @property
    def first(self) -> int:
        return (self.page - 1) * self.size + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.page * self.size, self.total)

    @property
    def previous(self) -> str:
        return self.url(self.page - 1) if self.page > 1 else ""

    @property
    def next(self) -> str:
        return self.url(self.page + 1) if self.page < self.pages else ""

    @property
    def items(self) -> list[dict[str, Any]]:
        """First, last, and the pages around this one, with gaps between."""
        wanted = sorted(
            {1, self.pages, *range(max(1, self.page - 1), min(self.pages, self.page + 1) + 1)} & set(self._all)
        )
        found: list[dict[str, Any]] = []
        for before, number in zip([0, *wanted], wanted, strict=False):
            if number - before > 1:
                found.append({"gap": True})
            found.append({"number": number, "url": self.url(number), "current": number == self.page})
        return found

    @property
    def _all(self) -> range:
        return range(1, self.pages + 1)


@dataclass(frozen=True)
class Crumb:
    label: str
    url: str = ""


@dataclass(frozen=True)
class Tile:
    """One figure with what it counts and where to see them. `urgent` only when someone must act."""

    figure: Any
    label: str
    url: str = ""
    note: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Task:
    """One line of a task list. `status` is a Tag, or a plain word when it is done.

    `blocked` means that something else must be done first; such a task has no `url`.
    """

    title: str
    status: Tag | str
    url: str = ""
    hint: str = ""
    blocked: bool = False


@dataclass(frozen=True)
class Happening:
    """One line of a record's history, in words. `detail` holds the values, for those who may see."""

    at: datetime
    who: str
    what: str
    reason: str = ""
    detail: Sequence[Row] = ()


@dataclass(frozen=True)
class Picture:
    """`url` is the picture to show, `full` the larger one behind it. `alt` says what is on it."""

    url: str
    alt: str
    caption: str = ""
    full: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Chip:
    """A filter in use, and the address without it."""

    label: str
    url: str


@dataclass(frozen=True)
class Filters:
    """What stands beside a list: the form, the chips of what is applied, and the way to clear it."""

    form: Any
    chips: Sequence[Chip] = field(default_factory=tuple)
    clear_url: str = "?"


@dataclass(frozen=True)
class SumLine:
    """One line of a sum: what it is, the amount, and the rule and source it comes from."""

    label: str
    amount: Any
    rule: str = ""
    source: str = ""
