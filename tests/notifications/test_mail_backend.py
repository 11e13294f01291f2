import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.test import override_settings

from core.notifications.models import OutboxMessage
from core.notifications.rules.delivery import Delivery
from tests.jobs import drain

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _our_backend() -> None:
    """The test runner puts a backend of its own in place; ours is what is tried here."""
    with override_settings(EMAIL_BACKEND="core.notifications.mail.OutboxBackend"):
        yield


def test_a_librarys_mail_goes_through_the_outbox() -> None:
    assert send_mail("Your code", "It is 123456.", None, ["Sam Price <sam@example.com>"]) == 1
    drain()
    row = OutboxMessage.objects.get()
    assert (row.state, row.to_name, row.to_address) == (Delivery.SENT, "Sam Price", "sam@example.com")
    assert (row.about_kind, row.secret, row.template) == ("account", True, "library")
    assert "It is 123456." in row.sent_copy


def test_every_recipient_gets_a_copy_of_their_own() -> None:
    mail = EmailMultiAlternatives("Hello", "Words", to=["a@example.com"], cc=["b@example.com"], bcc=["c@example.com"])
    mail.extra_headers["X-Lintel-Template"] = "account/email/login_code"
    mail.send()
    assert set(OutboxMessage.objects.values_list("to_address", "template")) == {
        (f"{letter}@example.com", "account/email/login_code") for letter in "abc"
    }


def test_a_wrong_address_is_refused_and_raises_nothing() -> None:
    send_mail("Hello", "Words", None, ["nonsense"])
    assert OutboxMessage.objects.get().state == Delivery.REFUSED
