"""What somebody told us without an account, as the officer who takes it up reads it."""

from typing import Any

from django.db.models import Q

from core.access.actor import Actor
from core.ui.addresses import record_url
from core.ui.components import Action, Row
from households.models import Household, Told
from households.rules.case import MemberRole


def panel(household: Household, actor: Actor) -> dict[str, Any] | None:
    """What they told us, what they brought, and other records that may be of the same people; None if they did not."""
    told = Told.objects.filter(household=household).first()
    if told is None:
        return None
    return {
        "at": told.told_at,
        "reply_by": told.reply_by,
        "rows": [Row(each["question"], each["answer"]) for each in told.answers],
        "brought": [
            {"title": each["title"], "on": each["on"], "rows": [Row(key, value) for key, value in each["rows"]]}
            for each in told.brought
        ],
        "twins": [
            Action(f"{each.reference}: {each.name}", record_url(each.subject, actor))
            for each in twins(household, actor)
        ],
    }


def twins(household: Household, actor: Actor) -> list[Household]:
    """Other records of the same telephone, e-mail, or name and birthday, out of those this officer may know of."""
    same = Q()
    if household.telephone:
        same |= Q(telephone=household.telephone)
    if household.email:
        same |= Q(email__iexact=household.email)
    applicant = household.members.filter(role=MemberRole.APPLICANT).first()
    if applicant is not None:
        also = Q(members__role=MemberRole.APPLICANT, members__born_on=applicant.born_on)
        same |= also & Q(members__name__iexact=applicant.name)
    if not same:
        return []
    known = Household.objects.visible_to(actor)
    return list(known.filter(same).exclude(pk=household.pk).distinct().order_by("-approach_on", "-pk")[:5])
