"""The test database itself: what a transactional test leaves, and what the template holds."""

import pytest
from django.db import connection, transaction
from wagtail.models import Page, Site

from core.references.models import Counter


@pytest.mark.django_db
def test_the_template_holds_what_migrations_made():
    assert Page.objects.filter(depth=1).count() == 1
    assert Site.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_transactional_test_starts_from_the_template(turn):
    assert not Counter.objects.exists()
    with transaction.atomic():
        Counter.objects.create(prefix="ZZ", year=2026, last=turn)
    connection.close()
    assert Counter.objects.get().last == turn
    assert Site.objects.count() == 1
