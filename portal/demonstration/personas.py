"""The people on the demonstration sign-in page, with the page on which the story of each goes on."""

from dataclasses import dataclass

from django.urls import reverse

from core.accounts.services import demonstration
from core.ui.addresses import record_url
from households.models import Household
from landlords.models import Landlord
from lettings.models import Nomination
from portal import navigation
from portal.demonstration.council import Council
from portal.demonstration.stories.reserve import MEANT_TO_SELL
from properties.models import Home

Subject = tuple[str, str]


@dataclass(frozen=True)
class Persona:
    """Somebody on the page. `about` names the person of the cast whose record they land on, `page` a page."""

    slug: str
    user: str
    label: str
    story: str
    about: str = ""
    page: str = ""
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
        "benefit-cap", "daniel", HOUSING, "Affordable at LHA, not under the cap: Carly Whitmore", "carly", scenario=8
    ),
    Persona("bound", "daniel", HOUSING, "Bound by the old tenancy: the Whitakers’ offer", "joyce", scenario=9),
    Persona("hospital", "meera", HOUSING, "Hospital, Friday 16:30: Frank Tolliver leaves the ward tonight", "frank"),
    Persona("let-go", "tom", HOUSING, "Let go early by her landlord, at the second asking: Esther Adeyinka", "esther"),
    Persona("half-a-year", "tom", HOUSING, "A tenancy that has lasted six months: Nadine Kershaw", "nadine"),
    Persona("six-weeks", "meera", HOUSING, "A baby on day 40 in bed and breakfast: Chloe Bennett", "chloe"),
    Persona(
        "front-door",
        "joanne",
        "Triage officer",
        "People told us this morning and on Friday",
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
    Persona("guarantees", "rosa", LANDLORD, "Three homes, two guarantees in force, one to start"),
    Persona("trust", "willow", LANDLORD, "A housing trust deciding whether to meet a family"),
    Persona("work-to-do", "bernard", LANDLORD, "Changes asked for, work to do, a guarantee that ran out"),
    Persona("sister", "delphine", LANDLORD, "Two homes to let, and no word of whom they are not shown to", scenario=4),
    Persona("certificates", "olga", LANDLORD, "Two homes on their way, one certificate to come"),
    Persona(
        "meant-to-sell",
        "olga",
        LANDLORD,
        "Listed after a ground 1A notice: say that one was given on 5 May 2026 for 5 September, and see why not",
        MEANT_TO_SELL,
    ),
    Persona("question", "gordon", LANDLORD, "Has a question to answer before he is checked"),
    Persona("waiting", "farida", LANDLORD, "Registered, and waits to be checked"),
    Persona("suspended", "leon", LANDLORD, "Suspended, as an enforcement notice is in force"),
    Persona("fosters", "leanne", RESIDENT, "Day 56, undecided: in temporary accommodation since September", scenario=1),
    Persona("prewetts", "gillian", RESIDENT, "The landlord sells: what the date in the notice means", scenario=2),
    Persona("mixed-notice-tenant", "lee", RESIDENT, "Mixed notice: the notice says tomorrow", "lee", scenario=3),
    Persona(
        "care-leaver-himself", "jordan", RESIDENT, "Care leaver, 22: homeless since last week", "jordan", scenario=5
    ),
    Persona("shauna", "shauna", RESIDENT, "Offer day: waiting to hear about the flat she liked", scenario=7),
    Persona("whitakers", "joyce", RESIDENT, "Bound by the old tenancy: a flat without steps is in sight", scenario=9),
    Persona("considering", "fatima", RESIDENT, "Has an offer to think about"),
    Persona("baby", "chloe", RESIDENT, "In bed and breakfast with a baby; a viewing tomorrow"),
    Persona("keys-soon", "wendy", RESIDENT, "Has said yes to a home; the keys are next"),
    Persona("tenant", "ama", RESIDENT, "Has had a home of her own for two months"),
)


def subjects(council: Council, about: str) -> list[Subject]:
    """The records that a person of the cast stands for, the one where their story is first."""
    user = council.users.get(about)
    household = Household.objects.filter(resident=user).first() if user else None
    household = household or Household.objects.filter(email=f"{about}@resident.example.com").first()
    household = household or Household.objects.filter(name=about).first()
    landlord = Landlord.objects.filter(user=user).first() if user else None
    forward = Nomination.objects.live().filter(household=household, state="offer").first() if household else None
    home = Home.objects.filter(address=about).first()
    return [row.subject for row in (forward, household, landlord, home) if row is not None]


def landing(council: Council, persona: Persona) -> str:
    """The address where signing in as them leads: the first of their pages that the site has."""
    actor = council.actor(persona.user)
    found = [record_url(subject, actor) for subject in subjects(council, persona.about)] if persona.about else []
    return next(filter(None, [*found, navigation.address(persona.page)]), reverse("front_door"))


def register(council: Council) -> None:
    """Put everybody on the sign-in page."""
    for position, persona in enumerate(PERSONAS, start=1):
        demonstration.register(
            slug=persona.slug,
            user=council.users[persona.user],
            role_label=persona.label,
            story=persona.story,
            landing=landing(council, persona),
            position=position,
            scenario=persona.scenario,
        )
