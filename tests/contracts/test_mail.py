"""What every way of sending mail must do, and how the real one reads a mail server's answers."""

import email
import socket
from collections.abc import Callable, Iterator
from datetime import datetime
from email.policy import default

import pytest

from core.notifications.providers.base import Envelope, PermanentFailure, Provider, TemporaryFailure
from core.notifications.providers.fake import LATER_ADDRESS, NEVER_ADDRESS, FakeProvider
from core.notifications.providers.smtp import SmtpProvider
from core.notifications.rules.message import Channel
from tests.contracts import smtp_stub

Sending = Callable[..., Provider]


@pytest.fixture
def envelope(at: datetime) -> Envelope:
    return Envelope(
        reference="M-ABCDEFGHJKMN",
        channel=Channel.EMAIL,
        to_name="Zoë  Ó Briain",
        to_address="zoe@example.com",
        subject="Your home has been checked",
        body="Hello Zoë\n\n.\nThe rent is £950 a month.\n" + "word " * 300,
        at=at,
    )


@pytest.fixture
def smtp() -> Iterator[SmtpProvider]:
    with smtp_stub.running() as stub:
        yield SmtpProvider("127.0.0.1", stub.port, timeout=2)


@pytest.fixture(params=["fake", "smtp"])
def provider(request: pytest.FixtureRequest) -> Provider:
    return FakeProvider() if request.param == "fake" else request.getfixturevalue("smtp")


def refusing(name: str, code: str) -> Iterator[Provider]:
    failure = PermanentFailure if code.startswith("5") else TemporaryFailure
    if name == "fake":
        yield FakeProvider(failures=[failure(code)])
        return
    with smtp_stub.running(recipient=code) as stub:
        yield SmtpProvider("127.0.0.1", stub.port, timeout=2)


@pytest.mark.parametrize("name", ["fake", "smtp"])
@pytest.mark.parametrize(
    ("code", "failure"), [("550 no such mailbox", PermanentFailure), ("451 try again later", TemporaryFailure)]
)
def test_a_refusal_says_whether_it_is_for_good(name: str, code: str, failure: type, envelope: Envelope) -> None:
    for provider in refusing(name, code):
        with pytest.raises(failure, match=code):
            provider.send(envelope)


def test_the_copy_is_the_whole_mail_with_its_headers(provider: Provider, envelope: Envelope) -> None:
    receipt = provider.send(envelope)
    copy = email.message_from_string(receipt.copy, policy=default)
    assert receipt.provider_id
    assert copy["To"] == "Zoë Ó Briain <zoe@example.com>"
    assert copy["Subject"] == envelope.subject
    assert copy["Message-ID"] == "<m-abcdefghjkmn@localhost>"
    assert copy["Date"].datetime == envelope.at
    assert copy.get_content().strip() == envelope.body.strip()


def test_two_attempts_carry_the_same_id(provider: Provider, envelope: Envelope) -> None:
    assert provider.send(envelope).provider_id == provider.send(envelope).provider_id


def test_what_a_provider_finds_is_what_it_took(provider: Provider, envelope: Envelope) -> None:
    assert provider.find(envelope.reference) is None
    receipt = provider.send(envelope)
    assert provider.find(envelope.reference) in (receipt, None)


def test_the_fake_always_finds_what_it_took(envelope: Envelope) -> None:
    fake = FakeProvider()
    receipt = fake.send(envelope)
    assert fake.find(envelope.reference) == receipt


def test_the_mail_server_gets_what_the_copy_says(envelope: Envelope) -> None:
    with smtp_stub.running() as stub:
        receipt = SmtpProvider("127.0.0.1", stub.port, timeout=2).send(envelope)
    assert len(stub.taken) == 1
    wire = email.message_from_string(stub.taken[0].replace("\r\n..", "\r\n."), policy=default)
    copy = email.message_from_string(receipt.copy, policy=default)
    assert wire.items() == copy.items()
    assert wire.get_content().split() == copy.get_content().split() == envelope.body.split()


@pytest.mark.parametrize(
    ("answers", "failure"),
    [
        ({"data": "554 not wanted"}, PermanentFailure),
        ({"data": "452 disk full"}, TemporaryFailure),
        ({"greeting": "554 go away"}, TemporaryFailure),
        ({"greeting": "garbage"}, TemporaryFailure),
        ({"greeting": ""}, TemporaryFailure),
        ({"sender": "553 who are you"}, TemporaryFailure),
        ({"recipient": ""}, TemporaryFailure),
        ({"data": ""}, TemporaryFailure),
    ],
)
def test_trouble_with_the_server_itself_is_only_for_now(answers: dict, failure: type, envelope: Envelope) -> None:
    with smtp_stub.running(**answers) as stub, pytest.raises(failure):
        SmtpProvider("127.0.0.1", stub.port, timeout=2).send(envelope)
    assert stub.taken == []


def test_a_server_that_is_rude_after_taking_it_has_taken_it(envelope: Envelope) -> None:
    with smtp_stub.running(quit="421 busy") as stub:
        assert SmtpProvider("127.0.0.1", stub.port, timeout=2).send(envelope).provider_id
    assert len(stub.taken) == 1


def test_a_server_that_hangs_is_left_in_time(envelope: Envelope) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(TemporaryFailure, match="timed out"):
        SmtpProvider("127.0.0.1", silent.getsockname()[1], timeout=0.2).send(envelope)


def test_no_server_at_all_is_only_for_now(envelope: Envelope) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(TemporaryFailure, match="cannot be reached"):
        SmtpProvider("127.0.0.1", port, timeout=2).send(envelope)


@pytest.mark.parametrize(("address", "failure"), [(NEVER_ADDRESS, PermanentFailure), (LATER_ADDRESS, TemporaryFailure)])
def test_two_addresses_always_fail_in_the_fake(address: str, failure: type, at: datetime) -> None:
    with pytest.raises(failure):
        FakeProvider().send(Envelope("M-1", Channel.EMAIL, "Sam", address, "Hello", "Hello", at))


@pytest.mark.parametrize("name", ["Sam\r\nBcc: all@example.com", "Sam <x@example.com>, y", '"', "Ѕаm ☂", "a" * 200])
def test_a_name_cannot_add_a_header_or_a_recipient(name: str, at: datetime) -> None:
    with smtp_stub.running() as stub:
        SmtpProvider("127.0.0.1", stub.port, timeout=2).send(
            Envelope("M-1", Channel.EMAIL, name, "sam@example.com", "Hello", "Hello", at)
        )
    wire = email.message_from_string(stub.taken[0], policy=default)
    assert [address.addr_spec for address in wire["To"].addresses] == ["sam@example.com"]
    assert wire["Bcc"] is None
