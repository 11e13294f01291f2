"""The bedroom standard: how many bedrooms a home needs to suit a household.

A bedroom for each couple, each other person of 21 or over, each two people of 10 to 20 of one sex and
each two children under 10. One of 10 to 20 left over shares with a child under 10 of the same sex if
there is one. Allocation of accommodation: guidance for local housing authorities in England (2012)
para 4.8. Not the benefit answer: an expected baby, a child who stays part of the time, a foster child
and a grown child who comes home count here, and there is no upper limit.
"""

from collections.abc import Iterator, Sequence

from core.rulebook.rules.bedrooms import Bedrooms, Reason, counted_as, pairs_and_odd_one, total
from core.rulebook.rules.household import UNDER_TEN, Household, Person, Sex

GROWN_UP = 21
STANDARD = "Bedroom standard, allocation guidance 2012 para 4.8"
NEEDS = "Housing Act 1996 s210: suitable for the needs of the household"


def bedrooms_needed(household: Household) -> Bedrooms:
    """The bedrooms that suit everyone who lives or regularly stays with the household."""
    couples = [household.renters] if household.is_couple else []
    couples += [couple for couple in household.non_dependant_couples if not any(p.lodger for p in couple)]
    others = [p for p in (*household.children, *household.non_dependants) if p.is_present and not p.lodger]
    babies = [Person(age=0, sex=None)] * household.expected_babies
    reasons = [Reason("1 bedroom for each couple", STANDARD, len(couples))] if couples else []
    if not household.is_couple:
        reasons.append(Reason("1 bedroom for the renter", STANDARD, 1))
    reasons += couples_apart(couples)
    reasons += rooms_alone(others)
    reasons += shared_rooms([p for p in others if p.age < GROWN_UP and not p.cannot_share] + babies)
    reasons += visitors(household, others)
    return total(reasons)


def couples_apart(couples: Sequence[tuple[Person, ...]]) -> Iterator[Reason]:
    count = sum(any(person.cannot_share for person in couple) for couple in couples)
    if count:
        text = f"{counted_as(count, 'bedroom')} more: a couple who cannot share because of disability"
        yield Reason(text, NEEDS, count)


def rooms_alone(others: Sequence[Person]) -> Iterator[Reason]:
    """Grown-ups, and the young who cannot share."""
    grown = sum(person.age >= GROWN_UP for person in others)
    if grown:
        people = counted_as(grown, "person", "people")
        yield Reason(f"{counted_as(grown, 'bedroom')} for {people} of 21 or over", STANDARD, grown)
    for person in others:
        if person.age < GROWN_UP and person.cannot_share:
            yield Reason(f"1 bedroom for {person.in_words}, who cannot share because of disability", NEEDS, 1)


def shared_rooms(young: Sequence[Person]) -> Iterator[Reason]:
    """The fewest rooms for people under 21. A baby whose sex is not known shares with one under 10 only."""
    under_ten = [person for person in young if person.age < UNDER_TEN]
    for sex in Sex:
        pairs, left = pairs_and_odd_one([p for p in young if p.age >= UNDER_TEN and p.sex is sex])
        for pair in pairs:
            yield room(pair, "of the same sex")
        if left is None:
            continue
        sharer = max((p for p in under_ten if p.sex is sex), key=lambda p: p.age, default=None)
        if sharer is None:
            yield room((left,))
        else:
            under_ten.remove(sharer)
            yield room((left, sharer), "of the same sex")
    pairs, left = pairs_and_odd_one(under_ten)
    for pair in pairs:
        yield room(pair, "both under 10")
    if left is not None:
        yield room((left,))


def room(people: Sequence[Person], why: str = "") -> Reason:
    who = " and ".join(person.in_words for person in people)
    return Reason(f"1 bedroom for {who}" + (f", {why}" if why else " alone"), STANDARD, 1)


def visitors(household: Household, others: Sequence[Person]) -> Iterator[Reason]:
    """The room for overnight carers, and what was counted that the benefit rules leave out."""
    if any(person.overnight_carer for person in (*household.renters, *others)):
        yield Reason("1 bedroom for carers who stay overnight", NEEDS, 1)
    staying = sum(not person.responsible for person in others)
    if staying:
        text = f"{counted_as(staying, 'child', 'children')} who stay part of the time counted"
        yield Reason(text.replace("child who stay ", "child who stays "), NEEDS)
    if household.expected_babies:
        yield Reason(
            "The expected baby counted" if household.expected_babies == 1 else "Expected babies counted", NEEDS
        )
