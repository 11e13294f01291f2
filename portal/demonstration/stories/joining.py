"""People whom the administrator invites to join the team: one accepted, one was taken back, one has the link."""

import re

from core.accounts.models import Invitation
from core.accounts.services import staff
from core.notifications.models import OutboxMessage
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story

LINK = re.compile(r"/account/invitation/([^/\s]+)/")


def invite(council: Council, slug: str, name: str, role: str) -> Invitation:
    return staff.invite(
        email=f"{slug}@officer.example.com", name=name, held=[role], actor=council.actor("paul"), at=council.at
    )


def accepts(council: Council) -> Story:
    """She opens the link in the message at once, before the post room forgets its words."""
    yield council.ago(64, 9, 40)
    row = invite(council, "bridget", "Bridget Farrow", "housing")
    message = OutboxMessage.objects.get(about_reference=row.reference)
    found = LINK.search(message.body)
    assert found is not None
    staff.accept(token=found.group(1), at=council.at)


def taken_back(council: Council) -> Story:
    yield council.ago(33, 10)
    row = invite(council, "lloyd", "Lloyd Pemberton", "inspector")
    yield council.ago(31, 10)
    staff.revoke(ref=row.reference, seen=seen(row), actor=council.actor("paul"), at=council.at)


def has_the_link(council: Council) -> Story:
    yield council.ago(2, 16)
    invite(council, "amina", "Amina Diallo", "triage")


def stories(council: Council) -> list[Story]:
    return [accepts(council), taken_back(council), has_the_link(council)]
