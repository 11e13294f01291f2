"""What a landlord must do, and what the council does for them: both read from the deadlines and the records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q

from core import dates
from core.access.actor import Actor
from core.deadlines.models import Deadline
from core.states import Holder
from core.ui.addresses import page_url, record_url
from core.ui.components import Row, Tag, Task
from deposits.models import SchemeApplication
from deposits.rules.application import ApplicationState
from properties.models import Certificate, Let
from properties.rules.certificate import EXPIRING_DAYS, CertificateState
from properties.rules.home import HomeState
from properties.rules.let import LetState
from workspaces.selectors import scope
from workspaces.selectors.scope import KINDS, Subject

CERTIFICATE = "certificate_"
CHASED = "chase_certificate_"
ASKED = {
    "check_actions": "Do the work from the visit and tell us",
    "home_changes": "Change what we asked for and send the home again",
    "landlord_answer": "Say whether you would like to meet a household",
    "landlord_answers": "Answer our question",
    "landlord_registers": "Finish your registration",
    "sign_guarantee": "Sign the guarantee",
}
"""What waits for a landlord, by the kind of the deadline. Any other is told in the deadline's own words."""

DOING = {
    "application_decision": "We decide about your guarantee",
    "arrange_viewing": "We arrange the viewing with you",
    "home_acceptance": "We accept your home",
    "home_certificates": "We check the certificates",
    "home_notice": "We look at what you told us about a notice",
    "home_taken_off": "We ring you about your home to rent",
    "inventory": "We make the inventory with you and the tenant",
    "keys": "We agree the day of the keys with you",
    "landlord_checks": "We check your registration",
    "landlord_meeting": "We ring you to arrange to meet",
    "let_review": "We read your home to rent and make it available",
    "offer_answer": "The household decides about our offer",
    "prepare_offer": "We check that the home suits the household and make the offer",
    "property_check": "We visit your home",
    "report_answer_landlord": "We answer what you wrote to us",
    "report_contact": "We answer your report",
    "report_ring": "We ring you, before you give notice",
    "viewing_outcome": "We ask you both how the viewing went",
}
"""What a landlord is told of our own work, by the kind of the deadline. The rest is not theirs to know."""


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for the landlord. `by` is empty where no day was set."""

    title: str
    place: str
    url: str
    by: date | None = None
    tag: Tag | None = None

    def task(self, on: date) -> Task:
        hint = [self.place, f"By {dates.in_words(self.by)}" if self.by else ""]
        return Task(self.title, self.tag or day_tag(self.by, on), self.url, ". ".join(filter(None, hint)))


def day_tag(by: date | None, on: date) -> Tag:
    """Amber for what waits; red once its day has passed."""
    if by is None:
        return Tag("Waiting for you", "yellow")
    return Tag(dates.relative(by, on), "red" if by < on else "yellow")


def open_work(actor: Actor) -> list[Deadline]:
    """Everything still to be done about what the landlord may know of, the soonest first."""
    return list(scope.allowed(Deadline.objects.open(), actor).soonest_first())


def needed(work: Iterable[Deadline], actor: Actor, on: date) -> list[Task]:
    """What of the open work needs the landlord, and what their records ask of them; what has no day last."""
    asked = [row for row in work if row.holder == Holder.LANDLORD]
    waiting = [*_asked(asked, actor), *_certificates(asked, actor, on), *_changes(actor), *_questions(actor)]
    waiting.sort(key=lambda each: (each.by or date.max, each.place, each.title))
    return [each.task(on) for each in waiting]


def doing(work: Iterable[Deadline], actor: Actor, on: date) -> list[Row]:
    """What of the open work we do for the landlord, by when, and about which home."""
    rows = [row for row in work if row.holder != Holder.LANDLORD and (row.kind in DOING or row.kind.startswith(CHASED))]
    places = homes_of((row.subject for row in rows), actor)
    return [Row(_told(row), _promise(row.due_on, on), note=places.get(row.subject, "")) for row in rows]


def _told(row: Deadline) -> str:
    return DOING.get(row.kind, "We ring you about a certificate that has not come")


def _promise(due_on: date, on: date) -> str:
    if due_on < on:
        return f"This was due on {dates.in_words(due_on)}. We are late: ring us."
    return f"By {dates.in_words(due_on)} ({dates.relative(due_on, on)})"


def homes_of(subjects: Iterable[Subject], actor: Actor) -> dict[Subject, str]:
    """The address of the home that each of these is about, in at most one query a kind. Never a household's name."""
    wanted: dict[str, set[str]] = {}
    for kind, reference in subjects:
        wanted.setdefault(kind, set()).add(reference)
    found = {}
    for kind, references in wanted.items():
        record = KINDS[kind]
        if record.home is not None:
            rows = record.visible_to(actor).filter(reference__in=references)
            named = rows.values_list("reference", F(f"{record.home}address"), F(f"{record.home}town"))
            found |= {(kind, reference): scope.in_a_line(address, town) for reference, address, town in named}
    return found


def _asked(rows: list[Deadline], actor: Actor) -> Iterator[Waiting]:
    places = homes_of((row.subject for row in rows), actor)
    for row in rows:
        title = ASKED.get(row.kind) or f"{row.what[:1].upper()}{row.what[1:]}"
        yield Waiting(title, places.get(row.subject, ""), _way(row, actor), row.due_on)


def _way(row: Deadline, actor: Actor) -> str:
    """Where the landlord does it: the form where there is one, else the record."""
    reference = row.subject_reference
    if row.kind.startswith(CERTIFICATE):
        form = page_url("properties_landlord_renew", reference, row.kind.removeprefix(CERTIFICATE))
    elif row.kind == "landlord_answers":
        form = page_url("landlords_landlord_answer")
    elif row.kind == "landlord_registers":
        form = page_url("landlords_landlord_register")
    elif row.kind == "home_changes":
        form = page_url("properties_landlord_change", reference)
    else:
        form = ""
    return form or record_url(row.subject, actor)


def _certificates(asked: list[Deadline], actor: Actor, on: date) -> Iterator[Waiting]:
    """Certificates that are to come, were not accepted or run out, unless a deadline asks for them already."""
    already = {(row.subject_reference, row.kind.removeprefix(CERTIFICATE)) for row in asked}
    soon = Q(state=CertificateState.VERIFIED, expires_on__lte=on + timedelta(days=EXPIRING_DAYS))
    short = Q(state__in=(CertificateState.MISSING, CertificateState.PROVIDE_LATER, CertificateState.REJECTED))
    rows = Certificate.objects.filter(short | soon, replaced_at=None, home__in=KINDS["home"].visible_to(actor))
    for row in rows.exclude(home__state=HomeState.ARCHIVED).select_related("home"):
        if (row.home.reference, row.kind) not in already:
            shown = row.shown(on)
            url = page_url("properties_landlord_renew", row.home.reference, row.kind)
            yield Waiting(
                f"Send us the {row.label[:1].lower()}{row.label[1:]}",
                row.home.known_as,
                url or record_url(row.home.subject, actor),
                row.expires_on if row.state == CertificateState.VERIFIED else row.promised_by,
                Tag(shown.label, shown.colour),
            )


def _changes(actor: Actor) -> Iterator[Waiting]:
    """Homes to rent that we sent back."""
    rows = Let.objects.visible_to(actor).filter(state=LetState.CHANGES_REQUESTED).select_related("home")
    for row in rows:
        yield Waiting("Change your home to rent and send it again", row.home.known_as, record_url(row.subject, actor))


def _questions(actor: Actor) -> Iterator[Waiting]:
    """Applications about which we asked something."""
    rows = SchemeApplication.objects.visible_to(actor).filter(state=ApplicationState.MORE_INFORMATION)
    for row in rows.select_related("home"):
        yield Waiting("Answer our question about the guarantee", row.home.known_as, record_url(row.subject, actor))
