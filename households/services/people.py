"""The people of a household, one at a time. A person is named by their place in the list, from 1."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from core.errors import NotFound
from households.models import Household, Member
from households.rules.case import MemberRole
from households.services import cases
from households.services.cases import Person


def as_given(members: list[Member]) -> list[Person]:
    """The recorded people as they were given."""
    places = {member.pk: place for place, member in enumerate(members)}
    return [
        Person(
            name=member.name,
            role=MemberRole(member.role),
            born_on=member.born_on,
            sex=member.sex,
            expected_on=member.expected_on,
            stays_part_time=member.stays_part_time,
            circumstances=member.circumstances,
            partner_of=places.get(member.partner_of_id) if member.partner_of_id else None,
        )
        for member in members
    ]


def apart(people: list[Person], place: int) -> list[Person]:
    """The people with nobody joined to the one at the place, nor that one to anybody."""
    return [
        replace(person, partner_of=None) if at == place or person.partner_of == place else person
        for at, person in enumerate(people)
    ]


def without(people: list[Person], place: int) -> list[Person]:
    """The people without the one at the place; the places behind it move up."""
    rest = [person for at, person in enumerate(apart(people, place)) if at != place]
    return [
        replace(person, partner_of=person.partner_of - 1)
        if person.partner_of is not None and person.partner_of > place
        else person
        for person in rest
    ]


def place_of(people: list[Person], number: int) -> int:
    if not 1 <= number <= len(people):
        raise NotFound("We cannot find that person.", code="no_person")
    return number - 1


@transaction.atomic
def add(*, ref: str, seen: int, person: Person, actor: Actor, at: datetime) -> Household:
    """Add a person. Raises DomainError on a second applicant or partner, or a date that makes no sense."""
    people = as_given(list(Household.objects.lock(ref, seen=seen).members.all()))
    if person.partner_of is not None:
        people = apart(people, person.partner_of)
    return cases.change_people(ref=ref, seen=seen, people=(*people, person), actor=actor, at=at)


@transaction.atomic
def change(*, ref: str, seen: int, number: int, person: Person, actor: Actor, at: datetime) -> Household:
    """Put one person's facts right."""
    people = as_given(list(Household.objects.lock(ref, seen=seen).members.all()))
    place = place_of(people, number)
    people = apart(people, place)
    if person.partner_of is not None:
        people = apart(people, person.partner_of)
    people[place] = person
    return cases.change_people(ref=ref, seen=seen, people=tuple(people), actor=actor, at=at)


@transaction.atomic
def remove(*, ref: str, seen: int, number: int, actor: Actor, at: datetime) -> Household:
    """Take a person off the list: they are not part of the household."""
    people = as_given(list(Household.objects.lock(ref, seen=seen).members.all()))
    return cases.change_people(
        ref=ref, seen=seen, people=tuple(without(people, place_of(people, number))), actor=actor, at=at
    )
