"""What the stories of the demonstration council show, as the people in them read it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client, override_settings

from core.access.actor import Actor
from core.accounts.middleware import actor_of
from core.accounts.models import DemonstrationPersona, User
from core.dates import LONDON
from core.deadlines.models import Deadline
from core.journeys.models import Draft
from core.money import Money
from core.notifications.models import OutboxMessage
from deposits.models import Guarantee
from households.models import Household
from households.rules import placement
from households.selectors import care
from lettings.models import Nomination
from lettings.rules.match import Fit
from lettings.selectors import shortlist
from portal.demonstration.stories.reserve import FOR_ONE_OF_TWO, MEANT_TO_SELL
from properties.journeys import NEW_HOME
from properties.models import Home, HomeNotice, Let
from properties.rules.home_notice import last_day
from tenancies.models import NoticeIntention, ProblemReport, Tenancy
from tests.council import DAY, EVENING
from tests.web.client import send
from tests.web.markup import one, soup

pytestmark = pytest.mark.usefixtures("told_council", "undone")


def officer(email: str) -> Actor:
    return actor_of(User.objects.get(email=f"{email}@officer.example.com"))


def household(name: str) -> Household:
    return Household.objects.get(name=name)


def page_of(slug: str) -> str:
    """The words of the page on which a person of the sign-in page lands."""
    client = Client()
    with override_settings(DEMONSTRATION_SIGN_IN=True), time_machine.travel(EVENING, tick=True):
        landing = send(client, "/demonstration/", {"persona": slug})["Location"]
        return " ".join(one(soup(client.get(landing, follow=True).content), "main").text.split())


def concern_of(name: str) -> ProblemReport:
    return ProblemReport.objects.exclude(source="check_in").get(household=household(name))


def test_scenario_2_waits_for_the_day_56_days_before_the_date_in_the_notice():
    family = household("Gillian Prewett")
    notice = family.notices.get()
    assert (family.state, notice.served_on, notice.specified_on) == ("early_help", date(2026, 11, 2), date(2027, 3, 2))
    reminder = Deadline.objects.about(family.subject).open().get(kind="notice_within_56_days")
    assert reminder.due_on == date(2027, 1, 5)
    call = ProblemReport.objects.get(household=family)
    assert (call.source, call.state, call.private) == ("landlord", "escalated_to_case", False)
    assert call.created_at.astimezone(LONDON).date() == date(2026, 11, 9)
    intention = NoticeIntention.objects.get(report=call)
    assert (intention.outcome, intention.notice_ends_on) == ("served", date(2027, 3, 2))
    assert "until after Wednesday 1 March 2028" in intention.landlord_advice
    page = page_of("prewetts")
    assert "Tuesday 2 March 2027. That is not the day you must leave" in page


def test_scenario_5_every_district_of_the_county_and_the_money_that_the_age_makes():
    row = household("Jordan Pryce")
    found = care.connection(row, DAY)
    assert found is not None
    assert found.here
    assert {"Dartford", "Gravesham", "Thanet"} <= set(found.districts)
    assert row.local_connection == "yes"
    page = page_of("care-leaver")
    assert "Not the shared rate: a care leaver of 18 to 24" in page
    assert "£298.67 a month more than the shared rate of £451.33, until they are 25" in page
    assert "298" not in row.housing_needs
    assert "Gravesham" in page


def test_scenario_4_the_joint_tenancy_has_its_rent_and_its_guarantee():
    tenancy = Tenancy.objects.get(nomination__household=household("Craig Dalton"))
    guarantee = Guarantee.objects.select_related("application").get(tenancy=tenancy)
    assert (tenancy.rent, guarantee.application.amount) == (Money(115_000), Money(132_692))
    assert [cover.covered for cover in guarantee.cover_on(DAY)] == [True, True]
    doors = ProblemReport.objects.get(tenancy=tenancy, problem="damage")
    assert "£780" in doors.words
    assert not OutboxMessage.objects.filter(to_name__startswith="Hannah", state="sent").exists()
    assert household("Hannah Brooks").present_address == ""


def test_scenario_7_the_family_is_told_the_day_and_not_the_fault():
    page = page_of("shauna")
    assert "Wednesday 25 November 2026" in page
    assert "gas" not in page.lower()


def test_scenario_8_lands_on_the_figures():
    page = page_of("benefit-cap")
    assert "£387.56" in page
    assert "£840" in page


def test_whoever_gave_notice_to_sell_cannot_list_the_home():
    draft = Draft.objects.get(owner__email="olga@landlord.example.com")
    walk = NEW_HOME.walk(draft.answers, on=DAY)
    assert walk.next is not None
    assert walk.next.slug == "notice"
    row = HomeNotice.objects.get(address=MEANT_TO_SELL)
    assert (row.state, last_day(row.terms)) == ("stands", date(2027, 9, 4))
    assert not Home.objects.filter(address=MEANT_TO_SELL).exists()


def test_he_who_leaves_hospital_has_a_bed_the_same_night():
    row = household("Frank Tolliver")
    assert (row.approach_on, row.placements.get().started_on) == (date(2026, 11, 20), date(2026, 11, 20))
    assert row.duties.get().kind == "relief"


def test_a_baby_is_on_day_40_in_bed_and_breakfast():
    stays = [row.stay() for row in household("Chloe Bennett").placements.all()]
    assert placement.bnb_day(stays, DAY) == 40
    assert placement.last_lawful_day(stays, DAY) == date(2026, 11, 25)


def test_the_couple_and_the_baby_want_the_same_home_and_no_other_is_free_this_week():
    home = Home.objects.get(address=FOR_ONE_OF_TWO)
    let = Let.objects.get(home=home)
    assert (let.state, let.available_from) == ("available", DAY + timedelta(days=1))
    entries = {entry.household.name: entry for entry in shortlist.for_let(let, officer("daniel"), DAY).entries}
    assert entries["Chloe Bennett"].position == 1
    for name in ("Chloe Bennett", "Ola Balogun"):
        assert entries[name].outcome.fit is Fit.FITS
    assert entries["Ola Balogun"].facts.days_left == 1
    soon = Let.objects.available().filter(home__bedrooms=2, available_from__lte=DAY + timedelta(days=3))
    for other in soon.exclude(pk=let.pk).exclude(pk__in=Nomination.objects.live().values("let")):
        fits = [e for e in shortlist.for_let(other, officer("daniel"), DAY).entries if e.outcome.fit is Fit.FITS]
        assert "Ola Balogun" not in {entry.household.name for entry in fits}, other.home.address


def test_two_talks_are_kept_apart_and_two_actions_are_shared():
    row = concern_of("Nadine Kershaw")
    said = row.thread.values_list("side", "from_council")
    assert set(said) == {(side, ours) for side in ("landlord", "tenant") for ours in (True, False)}
    shared = row.actions.exclude(shared_at=None)
    assert [action.owner for action in shared] == ["tenant", "landlord"]
    assert all(action.tenant_agreed_on and action.tenant_agreed_how for action in shared)
    assert [action.number for action in row.actions.exclude(done_at=None)] == [1, 3]
    landlord, tenant = page_of("rent-behind-landlord"), page_of("rent-behind-tenant")
    for page in (landlord, tenant):
        assert "Pay the first £40 on top of the rent" in page
    assert "cut my hours" in tenant
    assert "cut my hours" not in landlord
    assert "I can wait" in landlord
    assert "I can wait" not in tenant


def test_an_eviction_was_averted_and_a_private_concern_exists_for_few():
    eviction = concern_of("Denise Farrow")
    assert (eviction.problem, eviction.priority, eviction.state) == ("illegal_eviction", "red", "resolved")
    assert eviction.attempts.filter(side="landlord", reached=True).exists()
    hidden = concern_of("Jade Connolly")
    assert hidden.private
    visible = {
        email: ProblemReport.objects.visible_to(officer(email)).filter(pk=hidden.pk).exists()
        for email in ("tom", "ruth", "daniel", "meera")
    }
    assert visible == {"tom": True, "ruth": True, "daniel": False, "meera": False}


def test_the_words_of_the_sign_in_page_have_no_open_dates():
    for persona in DemonstrationPersona.objects.all():
        assert "{" not in persona.story
    assert DemonstrationPersona.objects.get(slug="fosters").story.endswith("since September")


def test_whoever_has_a_home_reads_of_keeping_it():
    steps = set(household("Ama Owusu").plans.first().steps.values_list("what", flat=True))
    assert not any("list of homes" in step for step in steps)
    warned = household("Kyle Benton")
    assert any("appointments on Mondays" in step.what for step in warned.plans.first().steps.filter(side="applicant"))
