from django.conf import settings
from django.db import models


class DeadlineQuerySet(models.QuerySet):
    def open(self) -> "DeadlineQuerySet":
        return self.filter(done_at=None)

    def about(self, subject: tuple[str, str]) -> "DeadlineQuerySet":
        return self.filter(subject_kind=subject[0], subject_reference=subject[1])


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
            )
        ]
