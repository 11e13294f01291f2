from collections.abc import Collection, Iterable
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Case, When

from core.references.about import is_about
from core.states import Holder


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def open(self) -> "DeadlineQuerySet":
        return self.filter(done_at=None)

    def about(self, *subjects: tuple[str, str]) -> "DeadlineQuerySet":
        """About this record, or one of these."""
        return self.filter(is_about(*subjects))

    def about_any(self, kind: str, references: Iterable[str]) -> "DeadlineQuerySet":
        return self.filter(subject_kind=kind, subject_reference__in=references)

    def overdue(self, on: date) -> "DeadlineQuerySet":
        """The last day for it has passed. The day itself still counts as in time."""
        return self.filter(due_on__lt=on)

    def soonest_first(self, leading: Collection[str] = ()) -> "DeadlineQuerySet":
        """Those of the kinds that are `leading`, then the rest, each soonest first."""
        leads = Case(When(kind__in=leading, then=0), default=1, output_field=models.IntegerField())
        return self.order_by(*([leads] if leading else []), "due_on", "-statutory", "pk")


class Deadline(models.Model):
    """What someone must do about a record by a day. A record has many; "stuck" is derived from them."""

    kind = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=30)
    subject_reference = models.CharField(max_length=40)
    what = models.CharField(max_length=200)
    otherwise = models.CharField(max_length=300, blank=True)
    holder = models.CharField(max_length=20)
    capability = models.CharField(max_length=40, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField()
    statutory = models.BooleanField(default=False)
    source = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=40, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_reference"], name="deadline_subject"),
            models.Index(fields=["done_at", "holder", "due_on"], name="deadline_queue"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_kind", "subject_reference"],
                condition=models.Q(done_at=None),
                name="one_open_deadline_a_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(holder__in=[holder.value for holder in Holder]), name="deadline_holder_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.subject_reference}"

    @property
    def subject(self) -> tuple[str, str]:
        return (self.subject_kind, self.subject_reference)


class Reminder(models.Model):
    """A day on which whoever holds a deadline is reminded of it, while it is open."""

    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="reminders")
    due_on = models.DateField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["sent_at", "due_on"], name="reminder_due")]
        constraints = [models.UniqueConstraint(fields=["deadline", "due_on"], name="one_reminder_a_day")]

    def __str__(self) -> str:
        return f"{self.deadline_id} on {self.due_on}"
