"""What a page may lead its reader to: calculators, checkers and lists of this site, by name."""

from dataclasses import dataclass

from cms.rules import asking
from core.ui import addresses


@dataclass(frozen=True)
class Lead:
    """`title` is the link, `words` what the reader gets there, `url_name` the page, which an app below us may serve.

    `other_words` are words that people may search for and that the title has not.
    """

    title: str
    words: str
    url_name: str
    other_words: str = ""

    @property
    def headline(self) -> str:
        """What a search looks in."""
        return f"{self.title} {self.other_words}"

    @property
    def url(self) -> str:
        """Nothing when this site has no such page."""
        return addresses.page_url(self.url_name)


LEADS: dict[str, Lead] = {
    "tell-us-early": Lead(
        "Tell us early",
        "Tell us what is happening, without an account. You say how it is safe to reach you.",
        "households_public_tell",
        "nowhere to sleep, nowhere to stay, nowhere to live, nowhere to go tonight, sleeping rough, on the streets, "
        "sofa, homeless, homelessness, help now, form, apply, report",
    ),
    "check-a-notice": Lead(
        "Check a notice",
        "See what the date and the reasons in a notice mean.",
        "cms_public_notice",
        "checker, is my notice right, section 8, section 21, eviction notice, form 3A, date in the notice",
    ),
    "help-with-rent": Lead(
        "Work out help with your rent",
        "See the most that Universal Credit or Housing Benefit can pay for rent.",
        "cms_public_rent_help",
        "calculator, LHA calculator, local housing allowance, bedroom calculator, how many bedrooms, housing benefit, "
        "universal credit",
    ),
    "left-after-rent": Lead(
        "Work out what is left after rent",
        "See what the limit on benefits takes, and what would change it.",
        "cms_public_left_over",
        "calculator, benefit cap calculator, afford, affordable, affordability, budget",
    ),
    "guarantee-check": Lead(
        "Check a guarantee certificate",
        "See if a certificate is real and still in force.",
        "deposits_public_verify",
        "bond certificate, checker, verify",
    ),
    "homes": Lead(
        "See homes to rent",
        "Homes that landlords let through us, with their rents.",
        "properties_public_list",
        "homes to let, home, house, flat, room, studio, flats to rent, houses to rent, to let, available, vacancies",
    ),
    "register": Lead(
        "Sign up as a landlord",
        "Tell us who you are. It takes about ten minutes.",
        "landlords_landlord_register",
        "register",
    ),
}

FRONT = ("tell-us-early", "check-a-notice", "help-with-rent", "left-after-rent")
"""What the home page and the list of advice lead to at once."""


def choices() -> list[tuple[str, str]]:
    return [(name, lead.title) for name, lead in LEADS.items()]


def open_here(*names: str) -> list[Lead]:
    """Those of these leads whose page this site has, in this order."""
    return [lead for name in names if (lead := known(name))]


def asked_for(stems: list[str]) -> list[Lead]:
    """The leads that have all the words of a question, in their order here. None for one of common words alone."""
    here = open_here(*LEADS) if not asking.COMMON.issuperset(stems) else []
    return [lead for lead in here if len(asking.begun(stems, lead.headline)) == len(stems)]


def known(name: str) -> Lead | None:
    """The lead of this name, if this site has its page."""
    lead = LEADS.get(name)
    return lead if lead and lead.url else None
