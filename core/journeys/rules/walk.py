"""Replaying answers: which questions a person has come past, which one is next, what falls away."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Generic, Protocol, TypeVar

Stored = Mapping[str, Any]
"""What was typed, as it is kept: page -> field -> text or list of texts."""


class Answers(Mapping[str, Mapping[str, Any]]):
    """The answers of the pages that the replay came past: page -> field -> value, checked and typed."""

    def __init__(self, pages: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self._pages = dict(pages or {})

    def __getitem__(self, page: str) -> Mapping[str, Any]:
        return self._pages[page]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)

    def value(self, page: str, field: str, default: Any = None) -> Any:
        """One answer, or `default` while the page has not been answered or no longer applies."""
        return self._pages.get(page, {}).get(field, default)

    def and_then(self, page: str, values: Mapping[str, Any]) -> "Answers":
        return Answers({**self._pages, page: values})


class Question(Protocol):
    """What the replay needs to know of a page: its name, and whether it is asked given the answers before it."""

    @property
    def slug(self) -> str: ...

    @property
    def applies(self) -> Callable[[Answers], bool]: ...


P = TypeVar("P", bound=Question)


@dataclass(frozen=True)
class Walk(Generic[P]):
    """How far the answers lead.

    `pages` are the questions come past, in order, ending with the one still to answer if there is
    one. `answers` are the checked answers along them. `next` is the page to answer, None when complete.
    """

    pages: tuple[P, ...]
    answers: Answers
    next: P | None

    @property
    def complete(self) -> bool:
        return self.next is None

    def page(self, slug: str) -> P | None:
        """The page of this name, or None when the answers do not lead there."""
        return next((page for page in self.pages if page.slug == slug), None)

    def answers_before(self, slug: str) -> Answers:
        """The answers that the page's own question stands on: those of the pages before it."""
        before = takewhile(lambda page: page.slug != slug, self.pages)
        return Answers({page.slug: self.answers[page.slug] for page in before})

    def before(self, slug: str) -> P | None:
        """The page that comes before, or None for the first."""
        preceding = {b.slug: a for a, b in zip(self.pages, self.pages[1:], strict=False)}
        return preceding.get(slug)


Read = Callable[[P, Stored, Answers], Mapping[str, Any] | None]
"""Checks what was stored for a page: its values, or None when they do not pass."""


def walk(questions: Sequence[P], stored: Stored, read: Read[P]) -> Walk[P]:
    """Replay what was stored, a page at a time, from the first.

    A page that does not apply is passed over and what is stored for it ignored. The walk stops at
    the first page that applies and has no answer that passes.
    """
    pages: list[P] = []
    answers = Answers()
    for question in questions:
        if not question.applies(answers):
            continue
        pages.append(question)
        kept = stored.get(question.slug)
        values = read(question, kept, answers) if isinstance(kept, Mapping) else None
        if values is None:
            return Walk(tuple(pages), answers, question)
        answers = answers.and_then(question.slug, values)
    return Walk(tuple(pages), answers, None)
