"""Which records exist for an actor, and what each is called: for pages that meet records only by reference."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.access.actor import Actor
from core.deadlines.models import DeadlineQuerySet
from core.references.models import Record
from deposits.models import Guarantee, Inventory, SchemeApplication
from households.models import Duty, Household, Placement, Plan, SignatureRequest, StatutoryLetter
from landlords.models import Landlord
from lettings.models import AffordabilityCheck, EarlyRelease, Nomination, Offer, Viewing
from properties.models import Home, HomeNotice, Let, PropertyCheck
from tenancies.models import CheckIn, ProblemReport, Tenancy

Subject = tuple[str, str]


@dataclass(frozen=True)
class RecordKind:
    """One kind of record: what it is called on screen, and the record whose page shows it.

    `through` leads from a row to the record that decides who may see it, where it has no say of its own.
    `related` are the rows that its `known_as` and `owner` need. `home` is the way to the home that a row is about,
    None where it is about none.
    """

    model: type[Record]
    label: str
    owner: Callable[[Any], Subject] = lambda row: row.subject
    related: tuple[str, ...] = ()
    through: str = ""
    home: str | None = None

    def visible_to(self, actor: Actor) -> "QuerySet[Any]":
        if not self.through:
            return self.model.objects.visible_to(actor)
        parent: Any = self.model._meta.get_field(self.through).related_model
        return self.model.objects.within(**{self.through: parent.objects.visible_to(actor)})


def in_a_line(address: str, town: str) -> str:
    return f"{', '.join(address.splitlines())}, {town}"


PAIR = ("household", "let__home")
KINDS: Mapping[str, RecordKind] = {
    "landlord": RecordKind(Landlord, "Landlord"),
    "home": RecordKind(Home, "Home", home=""),
    "property_check": RecordKind(PropertyCheck, "Visit", lambda row: row.home.subject, ("home",), home="home__"),
    "home_notice": RecordKind(HomeNotice, "Notice to sell or move in", home=""),
    "let": RecordKind(Let, "Home to rent", related=("home",), home="home__"),
    "household": RecordKind(Household, "Household"),
    "duty": RecordKind(Duty, "Duty", lambda row: row.household.subject, ("household",)),
    "plan": RecordKind(Plan, "Plan", lambda row: row.household.subject, ("household",)),
    "placement": RecordKind(Placement, "Stay", lambda row: row.household.subject, ("household",)),
    "signature_request": RecordKind(SignatureRequest, "Signature", related=("household",)),
    "statutory_letter": RecordKind(StatutoryLetter, "Letter", related=("household",)),
    "affordability_check": RecordKind(AffordabilityCheck, "Rent check", related=PAIR, home="let__home__"),
    "early_release": RecordKind(EarlyRelease, "Early release", related=("household",)),
    "nomination": RecordKind(Nomination, "Put forward", related=PAIR, home="let__home__"),
    "viewing": RecordKind(
        Viewing,
        "Viewing",
        lambda row: row.nomination.subject,
        tuple(f"nomination__{path}" for path in PAIR),
        through="nomination",
        home="nomination__let__home__",
    ),
    "offer": RecordKind(
        Offer,
        "Offer",
        related=tuple(f"nomination__{path}" for path in PAIR),
        home="nomination__let__home__",
    ),
    "tenancy": RecordKind(
        Tenancy,
        "Tenancy",
        related=("nomination__let__home",),
        home="nomination__let__home__",
    ),
    "problem_report": RecordKind(
        ProblemReport,
        "Tenancy concern",
        related=("household", "tenancy__nomination__let__home"),
    ),
    "check_in": RecordKind(
        CheckIn,
        "Check-in",
        lambda row: row.tenancy.subject,
        ("tenancy__nomination__let__home",),
        home="tenancy__nomination__let__home__",
    ),
    "scheme_application": RecordKind(SchemeApplication, "Guarantee application", related=("home",), home="home__"),
    "guarantee": RecordKind(
        Guarantee,
        "Guarantee",
        related=("application__home",),
        home="application__home__",
    ),
    "inventory": RecordKind(
        Inventory,
        "Inventory",
        lambda row: row.guarantee.subject,
        ("guarantee__application__home",),
        through="guarantee",
        home="guarantee__application__home__",
    ),
}
"""Every kind of record that a deadline, a message or an event can be about, by its word."""


@dataclass(frozen=True)
class Known:
    """A record as a list names it: what kind, its own name, and the record whose page shows it."""

    label: str
    name: str
    owner: Subject


def allowed(deadlines: DeadlineQuerySet, actor: Actor) -> DeadlineQuerySet:
    """Those about records that the actor may know of, in one query. What is of no known kind is left out.

    Nothing is looked up of kinds of which the actor may know every record: a record that is deleted takes its
    deadlines along. Of other kinds an officer may know of nearly every record, so each deadline looks its own up.
    Others have few: theirs are listed.
    """
    visible = {kind: record.visible_to(actor).order_by() for kind, record in KINDS.items()}
    whole = [kind for kind, rows in visible.items() if rows.is_whole]
    about = Q(subject_kind__in=whole)
    for kind, rows in visible.items():
        if not (rows.is_whole or rows.query.is_empty()):
            if actor.is_officer:
                about |= Q(Exists(rows.filter(reference=OuterRef("subject_reference"))), subject_kind=kind)
            else:
                about |= Q(subject_kind=kind, subject_reference__in=rows.values("reference"))
    return deadlines.filter(about)


def known(subjects: Iterable[Subject], actor: Actor) -> dict[Subject, Known]:
    """The records among these that the actor may know of, in at most one query a kind."""
    wanted: dict[str, set[str]] = {}
    for kind, reference in subjects:
        wanted.setdefault(kind, set()).add(reference)
    found = {}
    for kind, references in wanted.items():
        if record := KINDS.get(kind):
            rows = record.visible_to(actor).filter(reference__in=references).select_related(*record.related)
            for row in rows:
                found[kind, row.reference] = Known(record.label, row.known_as, record.owner(row))
    return found
