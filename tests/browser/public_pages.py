"""Every page that anyone may open, so that each is looked over once it exists."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, reverse

from core.access.actor import system
from core.notifications.models import OutboxMessage
from households.journeys.tell import TELL
from landlords.rules.enquiry import Enquiry
from landlords.services import enquiries
from tenancies.services import check_ins
from tests.browser.filling import fill
from tests.browser.visit import Visit
from tests.cms.test_calculators import ALONE, FAMILY, LONE_PARENT
from tests.cms.test_content import URLS
from tests.cms.test_notice_checker import MIXED, SALE
from tests.households import telling
from tests.web.client import send
from tests.world import World

NO_PAGES = {
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_logout",
    "accounts_public_sign_in_again",
    "closed",
    "cms_public_feed",
    "cms_public_robots",
    "cms_public_sitemap",
    "demonstration",
    "health",
    "households_public_tell_check",
    "households_public_tell_leave",
    "households_public_tell_sent",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "notifications_demonstration_outbox",
}
"""Public addresses that show a stranger no page: files, those that lead on at once, and those of a demonstration."""

LINK = re.compile(r"(/(?:check-in|landlords/invitation)/[^/\s]+/)")
ASKED = ("/homes/?bedrooms=2&area=Dartford, DA1", "/homes/?bedrooms=4", "/search/?q=rent", "/search/?q=zebra")


def addresses(world: World) -> list[str]:
    """The shipped pages, each public page without arguments, a home to rent, a check-in of each side, the link that
    invites a landlord, and pages that were asked something. Each opens: one that does not is a fault."""
    found = [*URLS, *_plain(), f"/homes/{world.let().reference}/", *by_link(world), *ASKED]
    client = Client()
    closed = [url for url in dict.fromkeys(found) if not _is_page(client, url)]
    assert closed == []
    return list(dict.fromkeys(found))


def by_link(world: World) -> list[str]:
    """The pages behind the links that were sent: nobody signs in for them."""
    world.tenancy()
    check_ins.ask_due(actor=system("check_in"), at=world.at + timedelta(days=7))
    said = Enquiry("Nina Hale", "+441632960123", "Two flats in Swanley.", "nina@example.com")
    landlord = enquiries.record(enquiry=said, actor=world.liaison, at=world.at)
    given = {"seen": landlord.version, "email": said.email, "actor": world.liaison}
    enquiries.invite(ref=landlord.reference, **given, at=world.at)
    bodies = OutboxMessage.objects.filter(about_kind__in=("check_in", "landlord")).values_list("body", flat=True)
    found = [link for body in bodies for link in LINK.findall(body)]
    assert len(found) == 3
    return found


BORN = {"born_on-day": "4", "born_on-month": "5", "born_on-year": "2018"}
EVERYTHING: dict[str, dict[str, Any]] = {
    "contact": {"channels": ["ring", "text", "email", "letter"]},
    "worry": {"worries": ["notice", "arrears", "afraid", "locked"]},
    "when": {"when": "tonight"},
    "who": {"who": "others"},
    "person-1": {"role": "child", "first_name": "Kofi", "sex": "M", "more": "no", **BORN},
}
UNREACHED: dict[str, dict[str, Any]] = {"contact": {"channels": ["none"]}}
"""The answers that lead to every question between them: all ways of reaching someone, and none."""

ANSWERS: dict[str, list[dict[str, Any]]] = {
    "/calculators/help-with-rent/": [FAMILY, ALONE, {"age": "5"}],
    "/calculators/left-after-rent/": [LONE_PARENT | {"what_if": "300"}, {"age": "5"}],
    "/check-a-notice/": [SALE, MIXED, {"grounds": ["8"], "arrears": "no"}],
}
"""What the tools are asked: each way to an answer, to a further question, and to an error."""


def told() -> list[tuple[Client, str]]:
    """Every question of "tell us early" with its answer, and the page to check them on, each with its browser."""
    found = []
    for answers in (EVERYTHING, UNREACHED):
        client = Client()
        slugs = telling.walk(client, **answers)
        found += [(client, f"{telling.START}{slug}/") for slug in (*slugs, "check")]
    asked = {url.split("/")[2].partition("-")[0] for _, url in found}
    assert asked == {page.slug.partition("-")[0] for page in TELL.pages} | {"check"}
    return found


def beyond_the_first(visit: Visit) -> Iterator[str]:
    """Opens each page that comes after somebody's answers, and tells its name."""
    for client, url in told():
        visit.bring(client)
        visit.page.goto(url)
        yield url
    for url, asked in ANSWERS.items():
        for number, answers in enumerate(asked, start=1):
            visit.page.goto(url)
            fill(visit, answers)
            press(visit)
            yield f"{url} answer {number}"
            if visit.page.locator("[name=grounds_asked]").count():
                fill(visit, {"grounds": "none"})
                press(visit)
                yield f"{url} answer {number}, and the further question"


def press(visit: Visit) -> None:
    with visit.page.expect_navigation():
        visit.page.locator("main form button[type=submit]").last.click()


def beyond_as_sent() -> dict[str, bytes]:
    """The same pages as the server sends them."""
    pages = {f"{url} {number}": client.get(url).content for number, (client, url) in enumerate(told())}
    for url, asked in ANSWERS.items():
        for number, answers in enumerate(asked, start=1):
            response = send(Client(), url, answers)
            assert response.status_code == 200, url
            pages[f"{url} answer {number}"] = response.content
    return pages


def _plain() -> list[str]:
    plain = []
    for name in sorted(settings.PUBLIC_URL_NAMES - NO_PAGES):
        try:
            plain.append(reverse(name))
        except NoReverseMatch:
            continue
    return plain


def _is_page(client: Client, url: str) -> bool:
    response = client.get(url)
    return response.status_code == 200 and response["Content-Type"].startswith("text/html")
