"""The link checker: what leads nowhere, in words."""

import io

import pytest
from django.core.management import CommandError, call_command

from cms import links
from cms.models import AdvicePage, StandardPage
from cms.rules.links import Kind, Link, found

pytestmark = pytest.mark.django_db


def report(**options: object) -> str:
    out = io.StringIO()
    call_command("check_links", stdout=out, **options)
    return out.getvalue()


def test_the_pages_that_ship_have_no_broken_link() -> None:
    told = report()
    assert "none broken" in told
    assert "https://england.shelter.org.uk/" in told


@pytest.mark.parametrize(
    ("html", "trouble"),
    [
        ('<a href="/advice/no-such-page/">x</a>', "leads to a page that this site does not have"),
        ('<a href="/landlord/no-such-page/">x</a>', "leads to a page that this site does not have"),
        ('<a linktype="page" id="99999">x</a>', "leads to a page that is not published"),
        ('<a href="#no-such-heading">x</a>', "leads to a heading that is not on the page"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_in_words(html: str, trouble: str) -> None:
    AdvicePage.objects.filter(slug="rent-arrears").update(next_steps=f"<p>{html}</p>")
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("check_links", stdout=out)
    assert "“If you owe rent”: the link to" in out.getvalue()
    assert trouble in out.getvalue()
    assert "1 broken" in out.getvalue()


def test_a_link_to_a_page_taken_down_is_found() -> None:
    StandardPage.objects.get(slug="privacy").unpublish()
    assert [one.page.slug for one in links.check() if one.trouble] == ["complaints"]


def test_other_sites_are_asked_only_when_told_to() -> None:
    asked: list[str] = []

    def nothing_there(address: str) -> str:
        asked.append(address)
        return "answered 404"

    broken = [one for one in links.check(outside=nothing_there) if one.trouble]
    assert len(broken) == len(asked) > 5


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/", "http://[::1]/", "file:///etc/passwd", "http://10.0.0.1/", "https://"]
)
def test_no_private_address_is_ever_asked(address: str) -> None:
    assert links.try_outside(address).startswith("could not be reached: not a")


def test_what_counts_as_a_link() -> None:
    value = [
        {
            "type": "text",
            "value": '<p><a href="/a/?b=1&amp;c=2">x</a> <a href="tel:1">x</a> <a linktype="page" id="3">x</a></p>',
        },
        {"type": "contact", "value": {"website": "https://example.com/"}},
        {"type": "lead", "value": {"lead": "homes"}},
    ]
    assert found([value, "<a href='#x'>"]) == [
        Link(Kind.INSIDE, "/a/?b=1&c=2"),
        Link(Kind.PAGE, "3"),
        Link(Kind.OUTSIDE, "https://example.com/"),
        Link(Kind.LEAD, "homes"),
    ]
