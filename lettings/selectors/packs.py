"""The suitability pack of an offer: what the facts answer, what the officer answered, and what stands against it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from core import dates
from lettings.models import Offer
from lettings.rules import suitability
from lettings.rules.offer import Basis
from lettings.rules.suitability import ALL_REFS, ROW_LABELS, Answer, Binding, Row
from properties.models import Certificate, Home, PropertyCheck
from properties.rules.certificate import CertificateKind, CertificateState
from properties.selectors import lettable


@dataclass(frozen=True)
class KnownRow:
    """A row that the record answers by itself. `is_fact` rows can only be changed by changing the fact."""

    ref: str
    answer: str
    evidence: str
    expires_on: date | None = None
    is_fact: bool = False


def certificate_row(ref: str, certificate: Certificate | None, on: date, absent: str) -> KnownRow:
    if certificate is not None and certificate.state == CertificateState.NOT_REQUIRED:
        return KnownRow(ref, Answer.NOT_APPLICABLE, absent, is_fact=True)
    if certificate is None or not certificate.valid_on(on):
        word = certificate.shown(on).label if certificate else "Missing"
        return KnownRow(ref, Answer.FAIL, word, is_fact=True)
    evidence = f"Number {certificate.number or 'not given'}, checked"
    return KnownRow(ref, Answer.PASS, evidence, certificate.expires_on, is_fact=True)


def licence_row(ref: str, needed: bool, home: Home, on: date, kind: str) -> KnownRow:
    if not needed:
        return KnownRow(ref, Answer.NOT_APPLICABLE, f"Not a shared house that needs {kind}", is_fact=True)
    held = home.hmo_licence_number and home.hmo_licence_expires_on and on <= home.hmo_licence_expires_on
    evidence = f"Licence {home.hmo_licence_number}" if held else "No licence in force"
    return KnownRow(ref, Answer.PASS if held else Answer.FAIL, evidence, home.hmo_licence_expires_on, is_fact=True)


def visit_rows(home: Home, check: PropertyCheck | None) -> list[KnownRow]:
    """What the property check says to the rows that are a matter of view. The officer may answer otherwise."""
    if check is None or check.recorded_at is None:
        return []
    found = check.findings
    when = f"Property check {check.reference}, {dates.short(dates.today(check.recorded_at))}"

    def answer(*items: str) -> str:
        values = {found.get(item) for item in items}
        if "fail" in values:
            return Answer.FAIL
        return Answer.PASS if values <= {"pass", "not_applicable"} else Answer.NOT_CHECKED

    rows = [
        KnownRow("a", answer("condition", "damp", "heating_and_water"), when),
        KnownRow("c", answer("fire_safety", "smoke_alarms"), when),
    ]
    if home.supplies_electrical_equipment:
        rows.append(KnownRow("b", answer("electrical_equipment"), when))
    if home.has_fuel_burning_appliance or home.has_gas:
        rows.append(KnownRow("d", answer("co_alarms"), when))
    return rows


def known_rows(home: Home, on: date) -> list[KnownRow]:
    """Every row that the home's record answers on a day."""
    held = lettable.standing(home, on)
    rows = [
        licence_row("f", home.hmo_mandatory, home, on, "a mandatory licence"),
        licence_row("g", home.hmo_additional, home, on, "an additional licence"),
        certificate_row("h", held.get(CertificateKind.EPC), on, "None is required for this letting"),
        KnownRow("i", Answer.NOT_APPLICABLE, "No gas supply or gas appliance", is_fact=True)
        if not home.has_gas
        else certificate_row("i", held.get(CertificateKind.GAS), on, "No gas"),
    ]
    if not home.supplies_electrical_equipment:
        rows.append(KnownRow("b", Answer.NOT_APPLICABLE, "No electrical equipment is supplied"))
    if not (home.has_fuel_burning_appliance or home.has_gas):
        rows.append(KnownRow("d", Answer.PASS, "Nothing that burns fuel"))
    if not home.room_in_shared_house:
        rows.append(KnownRow("e_iv", Answer.NOT_APPLICABLE, "No approved code applies to a home of this kind"))
    return rows + visit_rows(home, lettable.latest_check(home))


def may_not_apply(ref: str, home: Home) -> bool:
    """Whether "does not apply" is allowed for a row of this home, by the Order and the facts."""
    return {
        "b": not home.supplies_electrical_equipment,
        "e_iv": not home.room_in_shared_house,
        "f": not home.hmo_mandatory,
        "g": not home.hmo_additional,
        "h": True,
        "i": not home.has_gas,
    }.get(ref, False)


@dataclass(frozen=True)
class PackRow:
    """One row as the page shows it."""

    ref: str
    label: str
    answer: str
    evidence: str
    expires_on: date | None
    is_fact: bool
    not_applicable_allowed: bool

    @property
    def letter(self) -> str:
        """The paragraph of article 3: "(e)(ii)"."""
        return "".join(f"({part})" for part in self.ref.split("_"))


def rows(offer: Offer, on: date) -> list[PackRow]:
    """The 13 rows on a day. Facts are computed afresh; the rest is the officer's last answer."""
    home = offer.nomination.let.home
    answered = {row.ref: row for row in offer.suitability_rows.all()}
    facts = {row.ref: row for row in known_rows(home, on) if row.is_fact}
    found = []
    for ref in ALL_REFS:
        fact, given = facts.get(ref), answered.get(ref)
        source = fact or given
        found.append(
            PackRow(
                ref=ref,
                label=ROW_LABELS[ref],
                answer=source.answer if source else Answer.NOT_CHECKED,
                evidence=source.evidence if source else "",
                expires_on=source.expires_on if source else None,
                is_fact=fact is not None,
                not_applicable_allowed=may_not_apply(ref, home),
            )
        )
    return found


def binding(offer: Offer) -> Binding:
    """Whether article 3 binds this offer, and why."""
    return suitability.binding(
        Basis(offer.basis),
        secured_by_council=offer.secured_by_council,
        priority_need=offer.nomination.household.priority_need == "yes",
    )


def obstacles(offer: Offer, on: date, override_because: str = "") -> list[str]:
    """Everything that stands against signing, or sending the letter, on a day; empty when nothing does."""
    home = offer.nomination.let.home
    prefetch_related_objects([home], "certificates", "checks", "notices")
    answered = {
        row.ref: Row(row.ref, Answer(row.answer), row.not_applicable_allowed, row.evidence) for row in rows(offer, on)
    }
    found = [
        f"Article 3{''.join(f'({part})' for part in block.ref.split('_'))}, {ROW_LABELS[block.ref].lower()}: "
        f"{block.words}"
        for block in suitability.blocks(answered, binding(offer), override_because)
    ]
    seen: set[str] = set()
    for day in (on, max(on, offer.move_on)):
        for missing in lettable.lettable(home, day).missing:
            if missing.code not in seen:
                seen.add(missing.code)
                found.append(missing.words)
    return found
