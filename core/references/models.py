from typing import Any, Self, TypeVar

from django.db import models

from core.errors import NotFound, Stale
from core.states import Machine


class Counter(models.Model):
    """The last number given out for a prefix in a year."""

    prefix = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="one_counter_a_prefix_and_year")]


def states_of(machine: Machine, name: str) -> models.CheckConstraint:
    """That a row is in one of its machine's states."""
    return models.CheckConstraint(condition=models.Q(state__in=list(machine.states)), name=name)


Row = TypeVar("Row", bound="Record")


class RecordQuerySet(models.QuerySet[Row]):
    def lock(self, reference: str, *, seen: int | None = None) -> Row:
        """The row, locked until the transaction ends.

        `seen` is the version the person had on screen. Raises NotFound, or Stale when the row has
        another version by now.
        """
        row = next(iter(self.select_for_update(of=("self",)).filter(reference=reference).order_by()), None)
        if row is None:
            raise NotFound("We cannot find that record.", code="not_found")
        if seen is not None and row.version != seen:
            raise Stale(row.KIND, row.reference)
        return row

    @property
    def is_whole(self) -> bool:
        """Whether it leaves no row out."""
        return not (self.query.has_filters() or self.query.is_sliced)

    def within(self, **parents: "RecordQuerySet[Any]") -> Self:
        """The rows whose parents are among these, by the way that leads to each: `home=homes`.

        Nothing is asked of parents that leave none out, so no way may lead over a column that may be empty.
        """
        rows = self
        for way, among in parents.items():
            if not among.is_whole:
                rows = rows.filter(**{f"{way}__in": among.order_by().values("pk")})
        return rows


class Record(models.Model):
    """A row that people see and edit: named by its reference, guarded by its version.

    `KIND` is the word that audit, messages, documents and deadlines use for it.
    `PREFIX` starts its reference.
    """

    KIND: str
    PREFIX: str

    reference = models.CharField(max_length=20, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reference

    @property
    def known_as(self) -> str:
        """What officers call it beside its reference: a name, an address."""
        return ""

    @property
    def subject(self) -> tuple[str, str]:
        return (self.KIND, self.reference)

    def write(self, **changes: Any) -> Self:
        """Write the named columns and raise the version, in one guarded update.

        Raises Stale when another transaction wrote the row since it was loaded.
        """
        mine = type(self)._base_manager.filter(pk=self.pk, version=self.version)
        if not mine.update(version=self.version + 1, **changes):
            raise Stale(self.KIND, self.reference)
        for name, value in changes.items():
            setattr(self, name, value)
        self.version += 1
        return self
