from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from wagtail.models import AbstractGroupApprovalTask

from cms import readiness


class SecondLook(AbstractGroupApprovalTask):
    """Someone other than the one who asked reads the page before it is published."""

    class Meta:
        verbose_name = "second look"
        verbose_name_plural = "second looks"

    def get_actions(self, obj: Any, user: AbstractBaseUser) -> list[tuple[str, str, bool]]:
        """What this person may answer: nothing to what they asked for themselves, and no yes to an unfinished page."""
        state = obj.current_workflow_state
        if state is not None and state.requested_by_id == user.pk:
            return []
        actions = super().get_actions(obj, user)
        if readiness.faults(obj.get_latest_revision_as_object()):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def get_task_states_user_can_moderate(self, user: AbstractBaseUser, **kwargs: Any) -> models.QuerySet:
        return super().get_task_states_user_can_moderate(user, **kwargs).exclude(workflow_state__requested_by=user)

    @classmethod
    def get_description(cls) -> str:
        return "Another editor reads the page. Nobody approves what they asked for themselves."
