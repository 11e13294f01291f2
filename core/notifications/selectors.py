from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from core import dates
from core.access import hidden as hidden_records
from core.access.actor import Actor
from core.dates import LONDON
from core.notifications.models import OutboxMessage, OutboxQuerySet
from core.notifications.rules.delivery import Delivery
from core.notifications.rules.message import CHANNEL_WORDS, Channel
from core.states import Holder
from core.ui.addresses import record_url
from core.ui.components import Action, Cell, Column, Row, Strip, Table, Tag

NEWEST = 20


def messages_about(actor: Actor, *subjects: tuple[str, str]) -> list[OutboxMessage]:
    """What was sent about a record, or several, newest first, for `notifications/_messages.html`.

    The caller has checked that the actor may see the records. Officers see every message with what
    became of it; others only what reached them.
    """
    messages = OutboxMessage.objects.about(*subjects).filter(secret=False).order_by("-created_at", "-pk")
    if not actor.is_officer:
        messages = messages.filter(to_user_id=actor.user_id, to_user_id__isnull=False, state=Delivery.SENT)
    return list(messages)


@dataclass(frozen=True)
class Search:
    """What to look for in the outbox. Days are London days, both included."""

    state: str = ""
    channel: str = ""
    text: str = ""
    first: date | None = None
    last: date | None = None


def outbox(search: Search, hidden: Iterable[tuple[str, Iterable[str]]] = ()) -> OutboxQuerySet:
    """Messages, newest first, without those about hidden records."""
    messages = OutboxMessage.objects.order_by("-created_at", "-pk")
    if search.state:
        messages = messages.filter(state=search.state)
    if search.channel:
        messages = messages.filter(channel=search.channel)
    if text := search.text.strip():
        about = Q(about_reference__istartswith=text) | Q(reference__istartswith=text)
        messages = messages.filter(about | Q(to_name__icontains=text) | Q(to_address__icontains=text))
    if search.first:
        messages = messages.filter(created_at__gte=datetime.combine(search.first, time(0), LONDON))
    if search.last:
        messages = messages.filter(created_at__lt=datetime.combine(search.last + timedelta(days=1), time(0), LONDON))
    return hidden_records.leave_out(messages, hidden, kind="about_kind", reference="about_reference")


def as_table(messages: Iterable[OutboxMessage]) -> Table:
    return Table(
        caption="Messages, newest first",
        caption_hidden=True,
        columns=[Column("Message"), Column("Queued"), Column("To"), Column("State")],
        rows=[
            [
                Cell(
                    message.subject,
                    url=reverse("notifications_office_message", args=[message.reference]),
                    note=about(message),
                ),
                Cell(dates.short(dates.today(message.created_at)), note=dates.clock(dates.london(message.created_at))),
                Cell(message.to_name or message.to_address, note=message.to_address if message.to_name else ""),
                Cell(tag(message)),
            ]
            for message in messages
        ],
        empty="Nothing fits. Take a filter away to see more.",
    )


def about(message: OutboxMessage) -> str:
    """What the message is about, in words."""
    kind = message.about_kind.replace("_", " ").capitalize()
    return f"{kind} {message.about_reference}".strip()


def tag(message: OutboxMessage) -> Tag:
    return Tag(message.status.label, message.status.colour)


def strip(message: OutboxMessage) -> Strip:
    """The promise of one message: where it is and what happens next."""
    moving = message.status.holder is Holder.NOBODY and not message.status.terminal
    return Strip(
        title=message.subject,
        state=message.status,
        reference=message.reference,
        holder_name="Our post room, by itself" if moving else "",
        by=message.next_attempt_at.astimezone(LONDON).date() if message.state == Delivery.FAILED_TEMPORARY else None,
    )


def facts(message: OutboxMessage, actor: Actor) -> list[Row]:
    """What there is to know of one message, apart from its words."""
    name, channel = message.to_name, Channel(message.channel)
    url = record_url((message.about_kind, message.about_reference), actor)
    rows = [
        Row("To", f"{name}, {message.to_address}" if name and message.to_address else name or message.to_address),
        Row("Sent as", CHANNEL_WORDS[channel].capitalize()),
        Row("About", about(message), action=Action("Open", url) if url else None),
        Row("Queued", message.created_at),
    ]
    if message.sent_at:
        rows += [Row("Sent", message.sent_at), Row("The provider's reference", message.provider_id)]
    if message.refused_reason:
        rows.append(Row("Why it was not sent", message.refused_reason, note="For officers only. Do not pass it on."))
    if message.failure:
        rows.append(Row("What went wrong", message.failure))
    if message.attempts:
        rows.append(Row("Attempts", message.attempts))
    if message.state == Delivery.FAILED_TEMPORARY:
        rows.append(Row("Next attempt", message.next_attempt_at))
    return [*rows, Row("Text used", message.template)]


def sign_in_messages() -> list[OutboxMessage]:
    """The latest messages that carry a code, while their words are kept."""
    kept = OutboxMessage.objects.filter(secret=True, forgotten_at=None)
    return list(kept.order_by("-created_at", "-pk")[:NEWEST])


def leaves_the_building() -> bool:
    """Whether messages really go out, or are only shown here."""
    return settings.MAIL_PROVIDER != "outbox"
