"""The addresses of records: worked out once a process, and the same as Django's own."""

import pytest
from django.conf import settings
from django.urls import NoReverseMatch, reverse

from core.access.actor import Actor, Kind
from core.ui.addresses import page_url, record_url

PAGES = sorted(
    {(kind, subject, name) for kind, pages in settings.RECORD_PAGES.items() for subject, name in pages.items()}
)


@pytest.mark.parametrize(("kind", "subject", "name"), PAGES)
def test_each_record_leads_to_its_own_page(kind: str, subject: str, name: str) -> None:
    actor = Actor(kind=Kind(kind), name="A")
    for reference in ("HH-2026-0001", "HH-2026-10431", "ZZ-0000-0000", "../out", "A b", "é"):
        try:
            expected = reverse(name, args=[reference])
        except NoReverseMatch:
            expected = page_url(name)
        assert record_url((subject, reference), actor) == expected


def test_a_page_that_the_site_has_not_has_no_address(settings) -> None:
    assert page_url("no_such_page") == page_url("no_such_page", "HH-2026-0001") == page_url("") == ""
    assert page_url("account_login", "HH-2026-0001") == ""
    assert record_url(("no_such_kind", "HH-2026-0001"), Actor(kind=Kind.OFFICER, name="A")) == ""
    assert page_url("workspaces_office_home", "HM-2026-0001")
    settings.ROOT_URLCONF = "tests.web.showcase.urls"
    assert page_url("workspaces_office_home", "HM-2026-0001") == ""
