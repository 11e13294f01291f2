"""Where someone who left care has a local connection by law."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from core.places import selectors as places
from households.models import Household
from households.rules import care_leaver
from households.rules.care_leaver import District
from households.rules.case import MemberRole

SOURCE = "Housing Act 1996 s199(8)"


@dataclass(frozen=True)
class Connection:
    """The council that owes the help, and the districts that it connects with, by name. `here`: ours is among them."""

    council: str
    districts: list[str]
    here: bool

    @property
    def words(self) -> str:
        reach = "every district of its area" if len(self.districts) > 1 else "its district"
        return (
            f"{self.council} owes them help as a care leaver, so they have a local connection with {reach} "
            f"({SOURCE}): {', '.join(self.districts)}."
        )


def councils(on: date) -> list[tuple[str, str]]:
    """The councils that look after children: counties by name, then those that have no county above them by code."""
    rows = list(places.authorities(on).values_list("code", "name", "county"))
    counties = sorted({county for _, _, county in rows if county})
    return [(county, council_name(county)) for county in counties] + [
        (code, name) for code, name, county in rows if not county
    ]


def council_name(county: str) -> str:
    return f"{county} County Council"


def connection(household: Household, on: date) -> Connection | None:
    """The local connection that the Act gives the applicant as a care leaver; None when no council is recorded."""
    applicant = household.members.filter(role=MemberRole.APPLICANT).first()
    council = applicant.circumstances.get("care_council", "") if applicant else ""
    if not council:
        return None
    rows = list(places.authorities(on).values_list("code", "name", "county"))
    codes = care_leaver.connected_with(council, [District(code, county) for code, _, county in rows])
    names = [name for code, name, _ in rows if code in codes]
    return Connection(dict(councils(on)).get(council, council), names, settings.AUTHORITY_CODE in codes)
