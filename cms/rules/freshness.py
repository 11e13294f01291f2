"""When a page may still be believed: telephone numbers and review dates."""

from datetime import date, timedelta

NUMBER_GOOD_FOR = timedelta(days=90)


def may_show_number(checked_on: date | None, on: date) -> bool:
    """May another body's telephone number stand on a page today?

    Only when a person has rung or read it up within the last 90 days (house rule): a dead number on an
    advice page costs a frightened reader their one call.
    """
    return checked_on is not None and checked_on <= on < checked_on + NUMBER_GOOD_FOR


def review_is_due(review_by: date, on: date) -> bool:
    """Is this page due to be checked again? On the day itself it is."""
    return on >= review_by
