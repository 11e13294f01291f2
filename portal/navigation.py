"""Where each person can go from every page. A line is left out when the site has no such page."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from core.access.actor import Actor, Can, Kind


@dataclass(frozen=True)
class Line:
    """One line of a menu: its words, the name of its page, and the capability that opens it.

    `also` is how the addresses begin of other pages that belong to it. What is `seldom` used is the first to give way
    where a row has no room for all.
    """

    label: str
    url_name: str
    needs: Can | None = None
    arguments: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    seldom: bool = False


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    current: bool = False
    seldom: bool = False


@dataclass(frozen=True)
class Navigation:
    """The menus of one page. `public` is the menu of the public pages, `main` that of the person's own door.

    `more` is what the row of `main` has no room for.

    `layout` is the layout of their own door, for pages that belong to everyone: sign-in, errors.
    """

    home: str
    layout: str
    public: tuple[Link, ...]
    main: tuple[Link, ...]
    more: tuple[Link, ...]
    account: tuple[Link, ...]
    footer: tuple[Link, ...]
    search: str
    demonstration: str
    sign_in_messages: str


PUBLIC = (
    Line("Get help with your home", "wagtail_serve", arguments=("advice/",)),
    Line("Tell us early", "households_public_tell"),
    Line("For landlords", "wagtail_serve", arguments=("for-landlords/",)),
    Line("Homes to rent", "properties_public_list"),
    Line("Refer someone", "wagtail_serve", arguments=("refer-someone/",)),
    Line("Search", "cms_public_search"),
)

OF_HOUSEHOLDS = tuple(
    f"/office/{each}/"
    for each in (
        "duties",
        "early-releases",
        "letters",
        "plans",
        "record-household",
        "rent-checks",
        "signatures",
        "stays",
    )
)
OF_LETTING = ("/office/lets/", "/office/offers/", "/office/put-forward/", "/office/viewings/")

MAIN: dict[Kind, tuple[Line, ...]] = {
    Kind.LANDLORD: (
        Line("Your page", "workspaces_landlord_home"),
        Line("Your homes", "properties_landlord_list"),
        Line("Tenancies", "tenancies_landlord_list"),
        Line("Guarantees", "deposits_landlord_list"),
        Line("Tell us about a problem", "tenancies_landlord_reports"),
        Line("Your details", "landlords_landlord_details"),
    ),
    Kind.RESIDENT: (
        Line("Your page", "workspaces_resident_home"),
        Line("Your plan", "households_resident_plan"),
        Line("Homes offered", "lettings_resident_list"),
        Line("Your home", "tenancies_resident_list"),
        Line("Tell us about a problem", "tenancies_resident_reports"),
    ),
    Kind.PARTNER: (Line("Your referrals", "workspaces_partner_home"),),
    Kind.OFFICER: (
        Line("Work queue", "workspaces_office_queue", Can.SEE_OFFICE),
        Line("Households", "households_office_list", Can.SEE_HOUSEHOLDS, also=OF_HOUSEHOLDS),
        Line("Homes", "properties_office_list", Can.SEE_HOMES, also=("/office/visits/", "/office/home-notices/")),
        Line("Homes to rent", "lettings_office_list", Can.SEE_HOMES, also=OF_LETTING),
        Line("Landlords", "landlords_office_list", Can.SEE_LANDLORDS),
        Line("Tenancies", "tenancies_office_list", Can.SEE_GUARANTEES),
        Line("Guarantees", "deposits_office_list", Can.SEE_GUARANTEES),
        Line("Tenancy concerns", "tenancies_office_reports", Can.SEE_HOUSEHOLDS),
        Line("Rulebook", "rulebook_office_list", Can.SEE_RULEBOOK, seldom=True),
        Line("Outbox", "notifications_office_list", Can.SEE_OUTBOX, seldom=True),
        Line("Audit", "audit_office_list", Can.SEE_AUDIT, seldom=True),
        Line("Staff", "accounts_office_staff", Can.MANAGE_STAFF, seldom=True),
        Line("Public pages", "wagtailadmin_home", Can.EDIT_PAGES, seldom=True),
    ),
}

IN_A_ROW = 9
"""How many lines of the office's menu stand beside each other at 1,280 pixels."""

HOME: dict[Kind, str] = {
    Kind.LANDLORD: "workspaces_landlord_home",
    Kind.RESIDENT: "workspaces_resident_home",
    Kind.PARTNER: "workspaces_partner_home",
    Kind.OFFICER: "workspaces_office_queue",
}

LAYOUTS: dict[Kind, str] = {
    Kind.LANDLORD: "layouts/landlord.html",
    Kind.RESIDENT: "layouts/resident.html",
    Kind.PARTNER: "layouts/partner.html",
    Kind.OFFICER: "layouts/office.html",
}

SIGNED_IN = (Line("Your sign-in", "mfa_index"), Line("Sign out", "account_logout"))
SIGNED_OUT = (Line("Sign in", "account_login"),)

FOOTER = (
    Line("Accessibility", "wagtail_serve", arguments=("accessibility/",)),
    Line("Contact us", "wagtail_serve", arguments=("contact/",)),
    Line("Cookies", "wagtail_serve", arguments=("cookies/",)),
    Line("Credits", "wagtail_serve", arguments=("credits/",)),
    Line("News", "wagtail_serve", arguments=("news/",)),
    Line("If you are unhappy", "wagtail_serve", arguments=("complaints/",)),
    Line("Privacy", "wagtail_serve", arguments=("privacy/",)),
    Line("Check a guarantee certificate", "deposits_public_verify"),
)


def address(url_name: str, arguments: tuple[str, ...] = ()) -> str:
    """The address of a named page, or nothing when the site has none."""
    return _address(settings.ROOT_URLCONF, url_name, arguments)


@cache
def _address(urlconf: str, url_name: str, arguments: tuple[str, ...]) -> str:
    try:
        return reverse(url_name, urlconf=urlconf, args=arguments)
    except NoReverseMatch:
        return ""


def links(lines: tuple[Line, ...], actor: Actor, path: str) -> tuple[Link, ...]:
    """The lines that this person may follow. The one whose address goes furthest towards `path` is current."""
    found = [
        (line, url, reach((url, *line.also), path))
        for line in lines
        if (line.needs is None or actor.can(line.needs)) and (url := address(line.url_name, line.arguments))
    ]
    furthest = max((far for _, _, far in found), default=0)
    return tuple(Link(line.label, url, current=0 < far == furthest, seldom=line.seldom) for line, url, far in found)


def fold(found: tuple[Link, ...]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """What stands in the row, and what gives way where that would be too much for it."""
    if len(found) <= IN_A_ROW:
        return found, ()
    return tuple(link for link in found if not link.seldom), tuple(link for link in found if link.seldom)


def reach(beginnings: tuple[str, ...], path: str) -> int:
    """How much of a path one of these leads along; 0 for none."""
    along = (each for each in beginnings if (path.startswith(each) and each != "/") or path == each)
    return max(map(len, along), default=0)


def build(actor: Actor, path: str) -> Navigation:
    """Every menu of a page at `path`, for the person who is acting."""
    main, more = fold(links(MAIN.get(actor.kind, ()), actor, path))
    signed_in = actor.kind not in (Kind.NOBODY, Kind.SYSTEM)
    return Navigation(
        home=address(HOME.get(actor.kind, "")) or "/",
        layout=LAYOUTS.get(actor.kind, "layouts/public.html"),
        public=links(PUBLIC, actor, path),
        main=main,
        more=more,
        account=links(SIGNED_IN if signed_in else SIGNED_OUT, actor, path),
        footer=links(FOOTER, actor, path),
        search=address("workspaces_office_search") if actor.is_officer else "",
        demonstration=address("demonstration"),
        sign_in_messages=address("notifications_demonstration_outbox"),
    )
