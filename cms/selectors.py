from dataclasses import dataclass
from datetime import date
from itertools import chain

from cms.models import AdvicePage, LandlordOfferPage, ReviewedPage, StandardPage

REVIEWED: tuple[type[ReviewedPage], ...] = (AdvicePage, LandlordOfferPage, StandardPage)


@dataclass(frozen=True)
class Due:
    """A published page that someone must check again."""

    page_id: int
    title: str
    last_checked: date
    review_by: date


def due_for_review(on: date) -> list[Due]:
    """Published pages whose review date has come, the longest overdue first."""
    columns = ("pk", "title", "last_checked", "review_by")
    rows = chain.from_iterable(
        model.objects.live().filter(review_by__lte=on).values_list(*columns) for model in REVIEWED
    )
    return sorted((Due(*row) for row in rows), key=lambda due: (due.review_by, due.title))
