from collections.abc import Iterable

from core.notifications.providers import mime
from core.notifications.providers.base import Envelope, PermanentFailure, Receipt, TemporaryFailure
from core.notifications.rules.message import Channel

NEVER_ADDRESS = "never-arrives@example.com"
LATER_ADDRESS = "later-perhaps@example.com"


class FakeProvider:
    """Sends nothing: the outbox page is where its messages can be read.

    Two addresses fail, one for good and one for now. `failures` are raised by the next calls, in order.
    With `headers`, an e-mail is kept as it would go over the wire, otherwise only its words.
    """

    name = "outbox"
    channels = frozenset(Channel)

    def __init__(self, failures: Iterable[Exception] = (), *, headers: bool = True) -> None:
        self.failures = list(failures)
        self.headers = headers
        self.taken: dict[str, Receipt] = {}

    def send(self, envelope: Envelope) -> Receipt:
        if self.failures:
            raise self.failures.pop(0)
        if envelope.to_address == NEVER_ADDRESS:
            raise PermanentFailure("550 There is no such mailbox here.")
        if envelope.to_address == LATER_ADDRESS:
            raise TemporaryFailure("451 The mailbox is busy.")
        if envelope.channel is Channel.EMAIL and self.headers:
            copy = mime.as_text(mime.compose(envelope))
        else:
            copy = f"To: {envelope.to_name}\n{envelope.to_address}\n\n{envelope.body}"
        receipt = Receipt(provider_id=f"outbox-{envelope.reference.lower()}", copy=copy)
        self.taken[envelope.reference] = receipt
        return receipt

    def find(self, reference: str) -> Receipt | None:
        return self.taken.get(reference)
