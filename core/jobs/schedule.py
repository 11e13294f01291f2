"""Periodic work: what it is called, when it falls due and the task that does it."""

from dataclasses import dataclass
from typing import Any

from django_tasks.base import Task

from core.jobs.rules.timetable import Timetable


@dataclass(frozen=True)
class Job:
    """`name` is kept with each slot: two jobs never share one, and a renamed job fires anew."""

    name: str
    when: Timetable
    task: Task[[], Any]
