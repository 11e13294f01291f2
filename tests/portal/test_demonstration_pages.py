"""The page editors of the demonstration council: one has written, another is to read."""

import pytest

from cms.models import AdvicePage
from core.accounts.models import DemonstrationPersona, User
from portal.demonstration.stories import pages

pytestmark = pytest.mark.usefixtures("told_council", "undone")


def test_one_editor_s_new_words_wait_for_another():
    """Readers see the old words; the second editor may say yes, the first may not."""
    page = AdvicePage.objects.get(slug="repairs-and-damp")
    first, second = (User.objects.get(email=f"{name}@officer.example.com") for name in ("nadia", "owen"))
    assert page.workflow_in_progress
    assert page.get_latest_revision_as_object().summary == pages.NEW_SUMMARY != page.summary
    task = page.current_workflow_task.specific
    assert [task.get_actions(page, each) != [] for each in (first, second)] == [False, True]
    assert DemonstrationPersona.objects.get(slug="second-editor").user == second
