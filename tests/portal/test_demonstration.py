"""The demonstration council as it is built: who is in it, and whether its scenarios stand as they are written."""

from datetime import date, datetime

import pytest
import time_machine
from django.test import Client
from django_tasks_db.models import DBTaskResult

from core.access.actor import Actor
from core.accounts.middleware import actor_of
from core.accounts.models import DemonstrationPersona, RoleGrant, User
from core.accounts.rules.roles import ROLES
from core.dates import LONDON
from core.deadlines.models import Deadline
from core.documents.models import Document
from core.errors import DomainError
from core.money import Money
from core.notifications.models import OutboxMessage
from deposits.models import Guarantee
from households.models import Duty, Household, StatutoryLetter
from households.rules import duty as duty_rules
from households.selectors import needs
from households.selectors.reapplication import disregards_need
from households.services import decisions
from landlords.models import Landlord
from lettings.models import AffordabilityCheck, Nomination, Offer
from lettings.rules.match import Fit
from lettings.rules.offer import Basis
from lettings.selectors import packs, shortlist
from lettings.services import offers
from lettings.services.offers import Terms
from portal.demonstration import build
from portal.demonstration.calendar import Calendar, demonstration_day
from properties.models import Certificate, Home, Let
from properties.rules.certificate import CertificateState
from properties.selectors import lettable
from tests.council import DAY, EVENING
from tests.web.client import send

pytestmark = pytest.mark.usefixtures("told_council", "undone")


def officer(email: str) -> Actor:
    return actor_of(User.objects.get(email=f"{email}@officer.example.com"))


def household(name: str) -> Household:
    return Household.objects.get(name=name)


def test_certificates_stand_in_every_way():
    current = Certificate.objects.filter(replaced_at=None)
    seen = set(current.values_list("state", flat=True))
    assert {str(state) for state in CertificateState} - seen == {"missing"}  # It has no row.
    words = {certificate.shown(DAY).label for certificate in current.filter(state="verified")}
    assert {"Checked", "Ran out on 19 Nov 2026"} <= words
    assert any(word.startswith("Runs out in") for word in words)


def test_there_are_enough_of_everybody():
    assert Household.objects.count() >= 24
    assert Landlord.objects.count() >= 12
    assert Home.objects.count() >= 20
    assert set(RoleGrant.objects.values_list("role", flat=True)) == set(ROLES)
    grounds = set(Duty.objects.exclude(ground="").values_list("ground", flat=True))
    assert grounds >= {"secured", "fifty_six_days", "lapsed", "became_homeless", "refused_suitable", "withdrew"}


def test_nothing_waits_for_the_worker():
    assert not DBTaskResult.objects.exists()
    assert set(OutboxMessage.objects.values_list("state", flat=True)) == {"sent", "refused", "failed"}
    assert not Document.objects.exclude(state__in=["clean", "unmade"]).exists()
    of_the_cast = StatutoryLetter.objects.filter(household__name="Leanne Foster").values("document_reference")
    letters = Document.objects.filter(reference__in=of_the_cast)
    assert set(letters.values_list("state", flat=True)) == {"clean"}
    assert not Document.objects.filter(state="unmade", template="").exists()
    assert OutboxMessage.objects.filter(sent_at__gt=EVENING).count() <= 2


def test_the_story_lies_between_its_first_and_its_last_day():
    days = {row.created_at.astimezone(LONDON).date() for row in Landlord.objects.all()}
    assert date(2026, 5, 1) <= min(days)
    assert max(days) <= DAY


def test_one_guarantee_covers_damage_and_one_waits_for_its_inventory():
    rows = Guarantee.objects.filter(application__home__address__endswith="Orchard Mews")
    covers = sorted(tuple(cover.covered for cover in row.cover_on(DAY)) for row in rows)
    assert covers == [(True, False), (True, True)]


def test_scenario_1_day_56_passed_and_nothing_ended():
    family = household("Leanne Foster")
    duty = family.duties.get()
    assert (duty.kind, duty.state, duty.satisfied_on, duty.last_day) == (
        "relief",
        "open",
        date(2026, 9, 28),
        date(2026, 11, 22),
    )
    assert (family.priority_need, family.intentional) == ("yes", "undecided")
    assert duty_rules.main_decision_overdue_days(duty.satisfied_on, DAY, decided=False) == 1
    stay = family.placements.get()
    assert (stay.started_on, stay.nightly_cost, stay.ended_on) == (date(2026, 9, 28), Money(8_500), None)
    waiting = Deadline.objects.about(family.subject).open().filter(kind__startswith="main_duty_decision")
    assert {deadline.due_on for deadline in waiting} == {date(2026, 11, 22)}
    assert waiting.count() == 2


def test_scenario_5_the_law_bars_intentionally_homeless():
    row = household("Jordan Pryce")
    duty = row.duties.get()
    assert (duty.kind, duty.satisfied_on, duty.last_day) == ("relief", date(2026, 11, 16), date(2027, 1, 10))
    assert decisions.barred_as_care_leaver(row, DAY, today=DAY)
    assert needs.needs(row, DAY).rent_ceiling == Money(75_000)


def test_scenario_6_one_man_has_the_right_to_apply_again_and_the_other_has_not():
    assert disregards_need(household("Alan Pascoe"))
    assert not disregards_need(household("Roy Denholm"))
    for name in ("Alan Pascoe", "Roy Denholm"):
        row = household(name)
        assert (row.priority_need, row.duties.get().kind) == ("no", "relief")
    assert household("Alan Pascoe").placements.filter(ended_on=None).exists()


def test_scenario_4_nothing_reaches_her_and_others_do_not_see_her():
    family = household("Hannah Brooks")
    assert (family.duties.get().satisfied_on, family.duties.get().last_day) == (DAY, date(2027, 1, 17))
    assert set(family.priority_need_categories) == {"dependent_children", "domestic_abuse"}
    told = OutboxMessage.objects.filter(to_name=family.name)
    assert {message.state for message in told} == {"refused"}
    assert Household.objects.visible_to(officer("meera")).contains(family)
    assert not Household.objects.visible_to(officer("tom")).contains(family)
    for let in Let.objects.available().filter(home__landlord__name="Marchetti and Rowe Lettings"):
        entry = next(e for e in shortlist.for_let(let, officer("meera"), DAY).entries if e.household.pk == family.pk)
        assert entry.outcome.fit is Fit.EXCLUDED
        assert "landlord_barred" in entry.outcome.codes


def test_the_reason_for_restricting_a_record_is_in_words():
    reasons = set(Household.objects.filter(restricted=True).values_list("restricted_because", flat=True))
    assert "Domestic abuse" in reasons
    assert not [reason for reason in reasons if "_" in reason]


def test_scenario_7_the_offer_cannot_be_signed_and_next_door_could():
    offer = Offer.objects.select_related("nomination__let__home").get(
        state="drafted", nomination__household=household("Shauna Doyle")
    )
    home = offer.nomination.let.home
    assert {row.ref: row.answer for row in packs.rows(offer, DAY)}["i"] == "fail"
    with pytest.raises(DomainError, match=r"[Gg]as safety record"):
        offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=officer("meera"), at=EVENING)
    check = lettable.latest_check(home)
    assert check.recorded_at.astimezone(LONDON).date() == date(2026, 11, 2)
    next_door = Home.objects.get(address="Flat 2, Foundry Yard")
    assert {row.ref: row.answer for row in packs.known_rows(next_door, DAY)}["i"] == "not_applicable"
    assert lettable.lettable(next_door, DAY).ok
    assert not lettable.lettable(home, DAY).ok


def test_scenario_8_the_cap_cuts_and_the_reasons_are_recorded():
    check = AffordabilityCheck.objects.get(household=household("Carly Whitmore"))
    assert (check.state, "£387.56" in check.reasons) == ("affordable", True)
    lines = [line for each in check.worked["sums"] for line in each["lines"]]
    assert 38_756 in {abs(pence) for _, pence, _ in lines}
    assert any(each["after_rent"] == 84_000 for each in check.worked["sums"])


def test_scenario_9_the_offer_cannot_be_final_but_may_be_ordinary():
    nomination = Nomination.objects.get(household=household("Joyce Whitaker"), state="offer")
    assert nomination.household.duties.get().last_day == date(2027, 1, 3)
    move_on = nomination.let.available_from
    assert move_on == date(2026, 12, 3)
    words = {
        "nomination_ref": nomination.reference,
        "seen": nomination.version,
        "actor": officer("daniel"),
        "at": EVENING,
    }
    with pytest.raises(DomainError, match="bound to their present home until Saturday 23 January 2027"):
        offers.draft(terms=Terms(Basis.FINAL_RELIEF, move_on), **words)
    assert offers.draft(terms=Terms(Basis.ORDINARY, move_on), **words).state == "drafted"


def test_every_scenario_can_be_found_on_the_sign_in_page():
    names = {
        1: "Day 56, undecided",
        2: "The landlord sells",
        3: "Mixed notice",
        4: "Joint tenancy and domestic abuse",
        5: "Care leaver, 22, evicted for arrears",
        6: "Private offer accepted 20 March 2026",
        7: "Offer day, expired gas record",
        8: "Affordable at LHA, not under the cap",
        9: "Bound by the old tenancy",
    }
    for scenario, name in names.items():
        assert DemonstrationPersona.objects.filter(scenario=scenario, story__startswith=name).exists()


def test_everybody_lands_on_a_page_that_opens(settings):
    settings.DEMONSTRATION_SIGN_IN = True
    with time_machine.travel(EVENING, tick=True):
        for persona in DemonstrationPersona.objects.all():
            client = Client()
            response = send(client, "/demonstration/", {"persona": persona.slug})
            page = client.get(response["Location"], follow=True)
            assert (persona.slug, page.status_code) == (persona.slug, 200)


def test_it_is_built_once():
    assert build.is_built()


@pytest.mark.parametrize(
    ("today", "covered", "day"),
    [
        (date(2026, 11, 23), date(2027, 3, 31), date(2026, 11, 23)),
        (date(2027, 6, 1), date(2027, 3, 31), date(2027, 3, 31)),
        (date(2026, 11, 23), None, date(2026, 11, 23)),
    ],
)
def test_the_day_is_today_or_the_last_that_the_rulebook_covers(today, covered, day):
    assert demonstration_day(today, covered) == day


def test_scenarios_keep_their_distance_to_the_day_and_the_rest_its_working_days():
    saturday = date(2026, 11, 21)
    calendar = Calendar(saturday, datetime(2026, 11, 21, 12, tzinfo=LONDON))
    assert calendar.date(date(2026, 9, 28)) == date(2026, 9, 26)
    assert calendar.ago(6, 9) == datetime(2026, 11, 13, 9, tzinfo=LONDON)
    assert calendar.ahead(1, 9) == datetime(2026, 11, 23, 9, tzinfo=LONDON)
    assert calendar.begins.date() == date(2026, 5, 1)
