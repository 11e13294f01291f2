"""What a page may lead its reader to: calculators, checkers and lists of this site, by name."""

from dataclasses import dataclass

from core.ui import addresses


@dataclass(frozen=True)
class Lead:
    """`title` is the link, `words` what the reader gets there, `url_name` the page, which an app below us serves."""

    title: str
    words: str
    url_name: str

    @property
    def url(self) -> str:
        """Nothing when this site has no such page."""
        return addresses.page_url(self.url_name)


LEADS: dict[str, Lead] = {
    "tell-us-early": Lead(
        "Tell us early",
        "Tell us what is happening, without an account. You say how it is safe to reach you.",
        "households_public_tell",
    ),
    "check-a-notice": Lead(
        "Check a notice",
        "See what the date and the reasons in a notice mean.",
        "cms_public_notice",
    ),
    "help-with-rent": Lead(
        "Work out help with your rent",
        "See the most that Universal Credit or Housing Benefit can pay for rent.",
        "cms_public_rent_help",
    ),
    "left-after-rent": Lead(
        "Work out what is left after rent",
        "See what the limit on benefits takes, and what would change it.",
        "cms_public_left_over",
    ),
    "guarantee-check": Lead(
        "Check a guarantee certificate", "See if a certificate is real and still in force.", "deposits_public_verify"
    ),
    "homes": Lead(
        "See homes to rent", "Homes that landlords let through us, with their rents.", "properties_public_list"
    ),
    "register": Lead(
        "Sign up as a landlord", "Tell us who you are. It takes about ten minutes.", "landlords_landlord_register"
    ),
}

FRONT = ("tell-us-early", "check-a-notice", "help-with-rent", "left-after-rent")
"""What the home page and the list of advice lead to at once."""


def choices() -> list[tuple[str, str]]:
    return [(name, lead.title) for name, lead in LEADS.items()]


def open_here(*names: str) -> list[Lead]:
    """Those of these leads whose page this site has, in this order."""
    return [lead for name in names if (lead := known(name))]


def known(name: str) -> Lead | None:
    """The lead of this name, if this site has its page."""
    lead = LEADS.get(name)
    return lead if lead and lead.url else None
