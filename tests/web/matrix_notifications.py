from typing import Any

from django.db import transaction

from core.notifications.models import OutboxMessage
from core.notifications.rules.message import Message, Recipient
from core.notifications.services import outbox
from tests.web.matrix import EVERYONE, Expect
from tests.web.personas import Cast

READERS = frozenset({"manager", "auditor", "administrator"})


def a_message(cast: Cast) -> OutboxMessage:
    message = Message("test/hello", "About your home", "Hello Sam.")
    with transaction.atomic():
        return outbox.send(message, to=Recipient("Sam", "sam@example.com"), about=("home", "HM-2026-0001"), at=cast.at)


def message(cast: Cast) -> dict[str, Any]:
    return {"ref": cast.once(a_message).reference}


ROWS = {
    "notifications_demonstration_outbox": Expect(EVERYONE, get=404),
    "notifications_office_list": Expect(READERS),
    "notifications_office_message": Expect(READERS, kwargs=message),
}
