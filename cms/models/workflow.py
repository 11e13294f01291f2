from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from wagtail.models import AbstractGroupApprovalTask


class SecondLook(AbstractGroupApprovalTask):
    """Someone other than the one who asked reads the page before it is published."""

    class Meta:
        verbose_name = "second look"
        verbose_name_plural = "second looks"

    def get_actions(self, obj: Any, user: AbstractBaseUser) -> list[tuple[str, str, bool]]:
        """What this person may answer: nothing to what they asked for themselves."""
        state = obj.current_workflow_state
        return [] if state is not None and state.requested_by_id == user.pk else super().get_actions(obj, user)

    def get_task_states_user_can_moderate(self, user: AbstractBaseUser, **kwargs: Any) -> models.QuerySet:
        return super().get_task_states_user_can_moderate(user, **kwargs).exclude(workflow_state__requested_by=user)

    @classmethod
    def get_description(cls) -> str:
        return "Another editor reads the page. Nobody approves what they asked for themselves."
