"""What a person can do with a home now, the first being the one to do."""

from collections.abc import Iterator

from django.urls import reverse

from core.access.actor import Actor, Can
from core.ui.components import Action
from properties import policies
from properties.models import Home
from properties.rules.certificate import CertificateKind, CertificateState
from properties.rules.check import CheckState
from properties.rules.home import HOME, MOST_PHOTOS, HomeState
from properties.selectors import homes, lettable

BOOKED = (
    ("Record the visit", "properties_office_visit", "primary"),
    ("Nobody let us in", "properties_office_no_access", "secondary"),
    ("Book another time", "properties_office_book", "secondary"),
)


def landlord(home: Home, actor: Actor) -> list[Action]:
    return list(_landlord(home)) if policies.may_change(actor, home) else []


def _landlord(home: Home) -> Iterator[Action]:
    def to(name: str) -> str:
        return reverse(f"properties_landlord_{name}", args=[home.reference])

    let = homes.live_let(home)
    if home.state == HomeState.CHANGES_REQUESTED:
        yield Action("Change it and send it again", to("change"))
    if home.state == HomeState.ACCEPTED and let is None:
        yield Action("Offer it to rent", to("offer"))
    if needs_another_visit(home):
        yield Action("Ask for another visit", to("visit"))
    if home.state != HomeState.ARCHIVED and len(home.photos.all()) < MOST_PHOTOS:
        yield Action("Add photos", to("more_photos"), style="secondary")
    if HOME.can(home.state, "archive") and let is None:
        yield Action("Put this home away", to("archive"), style="secondary")


def needs_another_visit(home: Home) -> bool:
    last = homes.last_check(home)
    return home.state == HomeState.INSPECTION_DUE and last is not None and last.state == CheckState.FAILED


def office(home: Home, actor: Actor) -> list[Action]:
    return [
        *(_certificates(home) if actor.can(Can.VERIFY_CERTIFICATES) else ()),
        *(_visits(home) if actor.can(Can.CHECK_PROPERTIES) else ()),
        *(_acceptance(home) if actor.can(Can.PUBLISH_LETS) else ()),
        *(_notice(home) if policies.may_settle_notice(actor) else ()),
        *(_asking(home) if actor.can(Can.VERIFY_CERTIFICATES) else ()),
        *(_prohibition(home) if actor.can(Can.CHECK_PROPERTIES) else ()),
    ]


def _certificates(home: Home) -> Iterator[Action]:
    """The next certificate to look at; once none is left, on to the visit."""
    held = lettable.current(home)
    for kind in CertificateKind:
        certificate = held.get(kind)
        if certificate is not None and certificate.state == CertificateState.UPLOADED:
            url = reverse("properties_office_certificate", args=[home.reference, kind])
            yield Action(f"Check the {certificate.noun}", url)
            return
    if home.state == HomeState.SUBMITTED and not lettable.unsettled(home):
        yield Action("The certificates are in order", reverse("properties_office_in_order", args=[home.reference]))


def _visits(home: Home) -> Iterator[Action]:
    check = homes.open_check(home)
    if check is not None and check.state == CheckState.BOOKED:
        yield Action("Record the visit", reverse("properties_office_visit", args=[check.reference]))
        yield Action(
            "Nobody let us in", reverse("properties_office_no_access", args=[check.reference]), style="secondary"
        )
        yield Action("Book another time", reverse("properties_office_book", args=[check.reference]), style="secondary")
    elif check is not None:
        yield Action("Book the visit", reverse("properties_office_book", args=[check.reference]))
    elif needs_another_visit(home):
        yield Action("Arrange another visit", reverse("properties_office_ask_visit", args=[home.reference]))
    last = homes.last_check(home)
    if last is not None and last.state == CheckState.PASSED_WITH_ACTIONS:
        url = reverse("properties_office_actions_done", args=[last.reference])
        yield Action("The work is done", url, style="secondary")


def _prohibition(home: Home) -> Iterator[Action]:
    if home.state != HomeState.ARCHIVED:
        label = "End the prohibition order" if home.open_prohibition else "Record a prohibition order"
        yield Action(label, reverse("properties_office_prohibition", args=[home.reference]), style="secondary")


def _acceptance(home: Home) -> Iterator[Action]:
    check = lettable.latest_check(home)
    passed = check is not None and check.state in (CheckState.PASSED, CheckState.PASSED_WITH_ACTIONS)
    if home.state == HomeState.INSPECTION_DUE and passed and homes.open_check(home) is None:
        yield Action("Accept the home", reverse("properties_office_accept", args=[home.reference]))


def _asking(home: Home) -> Iterator[Action]:
    if HOME.can(home.state, "ask_for_changes"):
        yield Action("Ask for a change", reverse("properties_office_ask", args=[home.reference]), style="secondary")


def _notice(home: Home) -> Iterator[Action]:
    if home.state != HomeState.ARCHIVED:
        url = reverse("properties_office_notice_record", args=[home.reference])
        yield Action("Record a notice to sell or move in", url, style="secondary")
