"""What the editors of the public pages are busy with."""

from collections.abc import Iterator

from wagtail.models import Workflow

from cms.models import AdvicePage
from portal.demonstration.council import Council
from portal.demonstration.stage import Story

NEW_SUMMARY = "Damp, mould, no heating, or something unsafe? Tell your landlord in writing, then tell us."


def stories(council: Council) -> Iterator[Story]:
    yield damp(council)


def damp(council: Council) -> Story:
    """One editor has written new words, which another has not read yet: readers still see the old ones."""
    yield council.ago(1, 15, 20)
    page = AdvicePage.objects.get(slug="repairs-and-damp")
    page.summary = NEW_SUMMARY
    page.save_revision(user=council.users["nadia"])
    Workflow.objects.get().start(page, council.users["nadia"])
