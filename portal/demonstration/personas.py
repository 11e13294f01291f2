"""The people on the demonstration sign-in page, with the page on which the story of each goes on."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from core import dates
from core.accounts.services import demonstration
from core.references.models import Record
from core.ui.addresses import record_url
from households.models import Household, Plan
from landlords.models import Landlord
from lettings.models import AffordabilityCheck, Nomination
from portal import navigation
from portal.demonstration.calendar import Calendar
from portal.demonstration.council import Council
from portal.demonstration.stories.reserve import FOR_ONE_OF_TWO, MEANT_TO_SELL, sale_notice
from properties.models import Home, Let
from tenancies.models import ProblemReport
from tenancies.rules.problem import Source

Subject = tuple[str, str]


@dataclass(frozen=True)
class Persona:
    """Somebody on the page.

    `about` names the person of the cast, or the home, whose record they land on; `kind` which of their records
    when it is not the first. `page` names a page. `story` may have dates of the story in braces.
    """

    slug: str
    user: str
    label: str
    story: str
    about: str = ""
    page: str = ""
    kind: str = ""
    scenario: int | None = None


HOUSING, LIAISON, LANDLORD, RESIDENT = "Housing officer", "Landlord liaison officer", "Landlord", "Household"

PERSONAS = (
    Persona("day-56", "daniel", HOUSING, "Day 56, undecided: the Foster family", "leanne", scenario=1),
    Persona(
        "landlord-sells", "tom", HOUSING, "The landlord sells, four months’ notice: the Prewetts", "gillian", scenario=2
    ),
    Persona("mixed-notice", "daniel", HOUSING, "Mixed notice, grounds 8 and 14: Lee Farrant", "lee", scenario=3),
    Persona("safe-contact", "meera", HOUSING, "Joint tenancy and domestic abuse: Hannah Brooks", "hannah", scenario=4),
    Persona(
        "another-officer",
        "tom",
        HOUSING,
        "Joint tenancy and domestic abuse: an officer for whom Hannah Brooks is not there",
        page="households_office_list",
        scenario=4,
    ),
    Persona(
        "care-leaver", "meera", HOUSING, "Care leaver, 22, evicted for arrears: Jordan Pryce", "jordan", scenario=5
    ),
    Persona(
        "private-offer", "daniel", HOUSING, "Private offer accepted 20 March 2026: Alan Pascoe", "alan", scenario=6
    ),
    Persona(
        "private-offer-later",
        "daniel",
        HOUSING,
        "Private offer accepted 4 May 2026, too late for the right: Roy Denholm",
        "roy",
        scenario=6,
    ),
    Persona("offer-day", "meera", HOUSING, "Offer day, expired gas record: Shauna Doyle’s offer", "shauna", scenario=7),
    Persona(
        "benefit-cap",
        "daniel",
        HOUSING,
        "Affordable at LHA, not under the cap: Carly Whitmore",
        "carly",
        kind=AffordabilityCheck.KIND,
        scenario=8,
    ),
    Persona("bound", "daniel", HOUSING, "Bound by the old tenancy: the Whitakers’ offer", "joyce", scenario=9),
    Persona("hospital", "meera", HOUSING, "Hospital, Friday 16:30: Frank Tolliver left the ward for a bed", "frank"),
    Persona("let-go", "tom", HOUSING, "Let go early by her landlord, at the second asking: Esther Adeyinka", "esther"),
    Persona("half-a-year", "tom", HOUSING, "A tenancy that has lasted six months: Nadine Kershaw", "nadine"),
    Persona("six-weeks", "meera", HOUSING, "A baby on day 40 in bed and breakfast: Chloe Bennett", "chloe"),
    Persona(
        "one-for-two",
        "daniel",
        HOUSING,
        "One home with two bedrooms: the baby on day 40, and the Baloguns, whose day 56 is tomorrow",
        FOR_ONE_OF_TWO,
        kind=Let.KIND,
    ),
    Persona(
        "rent-behind",
        "tom",
        HOUSING,
        "Rent fell behind: two talks kept apart, two actions shared, Nadine Kershaw and her landlord",
        "nadine",
        kind=ProblemReport.KIND,
    ),
    Persona(
        "eviction-averted",
        "kwame",
        HOUSING,
        "Told to be out by noon, and stayed: Denise Farrow",
        "denise",
        kind=ProblemReport.KIND,
    ),
    Persona(
        "private-concern",
        "tom",
        HOUSING,
        "A concern that only her officer and the managers see: Jade Connolly",
        "jade",
        kind=ProblemReport.KIND,
    ),
    Persona(
        "front-door",
        "joanne",
        "Triage officer",
        "People told us this morning and before",
        page="households_office_list",
    ),
    Persona(
        "liaison",
        "grace",
        LIAISON,
        "Landlords to check, homes to accept, applications to read",
        page="workspaces_office_queue",
    ),
    Persona("new-landlord", "ibrahim", LIAISON, "Farida Karim registered and waits to be checked", "farida"),
    Persona("visits", "colin", "Inspector", "Homes to visit", page="properties_office_list"),
    Persona(
        "approvals", "helen", "Finance officer", "Guarantees to approve, up to £1,200", page="deposits_office_list"
    ),
    Persona("manager", "ruth", "Team manager", "A main duty letter and the end of a duty to sign", "Nicola Grant"),
    Persona("auditor", "stephen", "Auditor", "Reads what happened and changes nothing", page="audit_office_list"),
    Persona("editor", "nadia", "Content editor", "Writes the public pages", page="wagtailadmin_home"),
    Persona(
        "second-editor",
        "owen",
        "Content editor",
        "Nadia Rahimi’s new words on damp wait for a second look",
        page="wagtailadmin_home",
    ),
    Persona(
        "administrator", "paul", "Administrator", "Invites staff and gives them roles", page="accounts_office_staff"
    ),
    Persona("two-flats", "amrit", LANDLORD, "Amrit’s gas safety record ran out on the eve of an offer", scenario=7),
    Persona(
        "mixed-notice-landlord",
        "amrit",
        LANDLORD,
        "Mixed notice: what Amrit told us of the flat at £900",
        page="tenancies_landlord_reports",
        scenario=3,
    ),
    Persona("agency", "harbour", LANDLORD, "A lettings agency with homes at every step"),
    Persona(
        "rent-behind-landlord",
        "rosa",
        LANDLORD,
        "Told us early that rent is behind, and reads what her tenant agreed to share",
        "nadine",
        kind=ProblemReport.KIND,
    ),
    Persona(
        "doors",
        "bernard",
        LANDLORD,
        "Joint tenancy and domestic abuse: £780 for doors, and a guarantee that covers damage",
        "craig",
        kind=ProblemReport.KIND,
        scenario=4,
    ),
    Persona("guarantees", "rosa", LANDLORD, "Three homes, two guarantees in force, one to start"),
    Persona("trust", "willow", LANDLORD, "A housing trust deciding whether to meet a family"),
    Persona("work-to-do", "bernard", LANDLORD, "Changes asked for, work to do, a guarantee that ran out"),
    Persona("sister", "delphine", LANDLORD, "Two homes to let, and no word of whom they are not shown to", scenario=4),
    Persona("certificates", "olga", LANDLORD, "Two homes on their way, one certificate to come"),
    Persona(
        "meant-to-sell",
        "olga",
        LANDLORD,
        "Listed after a ground 1A notice: {home} stopped at the notice of {sale_served} for {sale_date}",
        page="properties_landlord_add_resume",
    ),
    Persona("question", "gordon", LANDLORD, "Has a question to answer before he is checked"),
    Persona("waiting", "farida", LANDLORD, "Registered, and waits to be checked"),
    Persona("suspended", "leon", LANDLORD, "Suspended, as an enforcement notice is in force"),
    Persona("fosters", "leanne", RESIDENT, "Day 56, undecided: in temporary accommodation since {since}", scenario=1),
    Persona(
        "prewetts",
        "gillian",
        RESIDENT,
        "The landlord sells: what the date in the notice means",
        "gillian",
        kind=ProblemReport.KIND,
        scenario=2,
    ),
    Persona("mixed-notice-tenant", "lee", RESIDENT, "Mixed notice: the notice says tomorrow", "lee", scenario=3),
    Persona(
        "care-leaver-himself", "jordan", RESIDENT, "Care leaver, 22: homeless since last week", "jordan", scenario=5
    ),
    Persona(
        "shauna",
        "shauna",
        RESIDENT,
        "Offer day: the day by which she hears of the flat she liked",
        "shauna",
        kind=Plan.KIND,
        scenario=7,
    ),
    Persona("whitakers", "joyce", RESIDENT, "Bound by the old tenancy: a flat without steps is in sight", scenario=9),
    Persona("considering", "fatima", RESIDENT, "Has an offer to think about"),
    Persona("baby", "chloe", RESIDENT, "In bed and breakfast with a baby; a viewing on {viewing}"),
    Persona("keys-soon", "wendy", RESIDENT, "Has said yes to a home; the keys are next"),
    Persona("tenant", "ama", RESIDENT, "Has had a home of her own for two months"),
    Persona(
        "rent-behind-tenant",
        "nadine",
        RESIDENT,
        "Rent fell behind: what she agreed to, and what she has done",
        "nadine",
        kind=ProblemReport.KIND,
    ),
    Persona("stayed", "denise", RESIDENT, "Told to be out by noon, and stayed", "denise", kind=ProblemReport.KIND),
)


def subjects(council: Council, about: str, kind: str) -> list[Subject]:
    """The records that a person of the cast stands for, the one where their story is first."""
    user = council.users.get(about)
    household = Household.objects.filter(resident=user).first() if user else None
    household = household or Household.objects.filter(email=f"{about}@resident.example.com").first()
    household = household or Household.objects.filter(name=about).first()
    landlord = Landlord.objects.filter(user=user).first() if user else None
    forward = Nomination.objects.live().filter(household=household, state="offer").first() if household else None
    home = None if household or landlord else Home.objects.filter(address=about).first()
    let = home.lets.first() if home else None
    theirs = of_household(household) if household and kind else ()
    return [row.subject for row in (forward, household, landlord, home, let, *theirs) if row is not None]


def of_household(household: Household) -> tuple[Record | None, ...]:
    """What else the site keeps about them: their newest concern, the newest check of a rent, their plan."""
    concerns = ProblemReport.objects.filter(household=household).exclude(source=Source.CHECK_IN)
    checks = AffordabilityCheck.objects.filter(household=household)
    return concerns.order_by("-pk").first(), checks.order_by("-pk").first(), household.plans.first()


def dates_told(calendar: Calendar) -> dict[str, str]:
    """The dates of the story that are told on the page."""
    served_on, specified_on = sale_notice(calendar)
    return {
        "since": f"{calendar.date(date(2026, 9, 28)):%B}",
        "home": MEANT_TO_SELL,
        "sale_served": dates.short(served_on),
        "sale_date": dates.short(specified_on),
        "viewing": f"{calendar.ahead(1):%A}",
    }


def landing(council: Council, persona: Persona) -> str:
    """The address where signing in as them leads: the first of their pages that the site has."""
    actor = council.actor(persona.user)
    about = subjects(council, persona.about, persona.kind) if persona.about else []
    found = [record_url(subject, actor) for subject in about if persona.kind in ("", subject[0])]
    return next(filter(None, [*found, navigation.address(persona.page)]), reverse("front_door"))


def register(council: Council) -> None:
    """Put everybody on the sign-in page."""
    told = dates_told(council.calendar)
    for position, persona in enumerate(PERSONAS, start=1):
        demonstration.register(
            slug=persona.slug,
            user=council.users[persona.user],
            role_label=persona.label,
            story=persona.story.format(**told),
            landing=landing(council, persona),
            position=position,
            scenario=persona.scenario,
        )
