"""Rows added and changed by statements that are written once behave as the mapper's do."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F, Value
from django.db.models.functions import Upper

from core.errors import Stale
from landlords.models import Landlord
from properties.models import Home
from tests.world import World

pytestmark = pytest.mark.django_db


def test_a_row_written_meanwhile_is_not_written_again(at: datetime) -> None:
    row = World(at).landlord()
    other = Landlord.objects.get(pk=row.pk)
    row.write(name="First")
    with pytest.raises(Stale):
        other.write(name="Second")
    row.refresh_from_db()
    assert (row.name, row.version) == ("First", other.version + 1)


def test_a_row_named_as_a_whole_and_an_expression_can_be_written(at: datetime) -> None:
    world = World(at)
    home, another = world.home(), world.landlord(world.owner)
    home.write(landlord=another, rent_frequency=Upper(Value("weekly")), bedrooms=F("bedrooms") + 1)
    seen = Home.objects.get(pk=home.pk)
    assert (seen.landlord, seen.rent_frequency, seen.bedrooms) == (another, "WEEKLY", 3)


def test_after_a_row_that_cannot_be_added_the_transaction_is_over(at: datetime) -> None:
    row = World(at).landlord()
    values = {field.attname: getattr(row, field.attname) for field in Landlord._meta.concrete_fields[1:]}
    with transaction.atomic():
        with pytest.raises(IntegrityError):
            Landlord.objects.create(**values)
        with pytest.raises(transaction.TransactionManagementError):
            Landlord.objects.exists()
        transaction.set_rollback(True)
