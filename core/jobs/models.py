from datetime import datetime, timedelta

from django.db import models

DEAD_AFTER = timedelta(seconds=90)
"""A worker beats every few seconds from a thread of its own; silent for this long, it is dead."""


class Slot(models.Model):
    """A periodic job that was fired for one slot of its timetable: the row keeps a second worker off."""

    job = models.CharField(max_length=60)
    begins_at = models.DateTimeField()
    fired_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "begins_at"], name="one_firing_a_slot")]

    def __str__(self) -> str:
        return f"{self.job} {self.begins_at:%Y-%m-%d %H:%M}"


class WorkerBeatQuerySet(models.QuerySet["WorkerBeat"]):
    def living(self, at: datetime) -> "WorkerBeatQuerySet":
        return self.filter(seen_at__gte=at - DEAD_AFTER, stopped_at=None)


class WorkerBeat(models.Model):
    """When a worker last said that it lives."""

    worker_id = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)
    stopped_at = models.DateTimeField(null=True)

    objects = WorkerBeatQuerySet.as_manager()

    def __str__(self) -> str:
        return self.worker_id
