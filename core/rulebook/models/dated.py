from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from core.rulebook.rules.confidence import Confidence


class DatedQuerySet(models.QuerySet):
    def on(self, day: date) -> Self:
        """The rows that hold on a day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


class DatedRow(models.Model):
    """A row of the rulebook: true from `valid_from` up to, but without, `valid_to`.

    `KEY` names the fields that tell one row from another on the same day.
    """

    KEY: tuple[str, ...]

    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=300)
    confidence = models.CharField(max_length=1)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return " ".join(str(getattr(self, name)) for name in self.KEY)

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    @property
    def confidence_label(self) -> str:
        return Confidence(self.confidence).label


def dated(*key: str) -> list[models.BaseConstraint]:
    """The constraints of a dated table: one row a key and first day, ends after it starts, known confidence."""
    return [
        models.UniqueConstraint(fields=[*key, "valid_from"], name="%(class)s_once_a_first_day"),
        models.CheckConstraint(
            condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="%(class)s_ends_after_start"
        ),
        models.CheckConstraint(
            condition=Q(confidence__in=[each.value for each in Confidence]), name="%(class)s_confidence"
        ),
    ]
