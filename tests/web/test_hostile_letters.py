"""I1 on paper and in the post: a hostile name is printed and sent as it stands, and breaks nothing."""

import email
import os
import random
from datetime import datetime
from email.policy import default

import pytest

from core.documents import pdf
from core.documents.models import Document
from core.documents.services import letters as documents
from core.notifications.models import OutboxMessage
from core.notifications.providers.fake import FakeProvider
from core.notifications.services import delivery
from households.forms.case import NewForm
from households.rules.letter import LetterKind
from tests.documents import tagged
from tests.households.browsing import day
from tests.households.steps import make_plan, send
from tests.web.naughty import NAUGHTY
from tests.web.test_hostile import sendable
from tests.world import World

pytestmark = pytest.mark.django_db
SEED = int(os.environ.get("HOSTILE_SEED", random.randrange(1_000_000)))
DRAWN = 4
BEFORE_THE_NAME = "Dear "


def taken(text: str, at: datetime) -> str:
    """The name as the form takes it, or nothing when it refuses."""
    form = NewForm({"name": sendable(text), "restricted": "no", **day("approach_on", at.date())}, reasons=[])
    return "" if "name" in form.errors else form.cleaned_data["name"]


def names(at: datetime) -> list[str]:
    """Every hostile text that is taken as a name."""
    return [name for text in NAUGHTY if (name := taken(text, at))]


def unbroken(text: str) -> str:
    """Lines break at spaces, and where they break is nobody's text."""
    return "".join(text.split())


def in_ink(text: str) -> str:
    """The same as far as a page shows it: control characters have no picture."""
    return "".join(character for character in unbroken(text) if character.isprintable())


def check(world: World, name: str) -> None:
    """The household's letter opens and its mail is one mail, both with the name as it was typed."""
    row = world.household(name=name)
    make_plan(world, row)
    letter = send(world, row, LetterKind.DUTY_DECISION)
    document = Document.objects.get(reference=letter.document_reference)
    printed = tagged.tree(tagged.read(pdf.render(documents.read(document)))).words()
    delivery.deliver_due(at=world.at, provider=FakeProvider())
    sent = [copy for copy in OutboxMessage.objects.values_list("sent_copy", flat=True) if BEFORE_THE_NAME in copy]
    assert sent
    for copy in sent:
        mail = email.message_from_string(copy, policy=default)
        assert mail["Bcc"] is None
        assert mail["Cc"] is None
        assert len(mail["To"].addresses) == 1
        assert unbroken(BEFORE_THE_NAME + name) in unbroken(mail.get_content())
    if name.isascii():
        assert in_ink(BEFORE_THE_NAME + name) in in_ink(printed)


def test_hostile_names_are_printed_and_sent_as_typed(at: datetime) -> None:
    world, taken_names = World(at), names(at)
    assert len(taken_names) > len(NAUGHTY) / 3
    for name in random.Random(SEED).sample(taken_names, DRAWN):
        OutboxMessage.objects.all().delete()
        check(world, name)
