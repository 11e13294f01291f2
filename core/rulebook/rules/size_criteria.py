"""The size criteria of the Local Housing Allowance: for whom a bedroom is allowed, four at most.

Universal Credit and Housing Benefit are two functions, each with its own reading of its regulations:
UC Regs 2013 Sch 4 paras 8-12 and 26, HB Regs 2006 reg 13D.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.rulebook.rules.bedrooms import Bedrooms, Reason, counted_as, room_in_words, rooms_for_children, total
from core.rulebook.rules.household import ALL_BUT_LOWER_ATTENDANCE, DLA_CARE, Household, Person

MOST_BEDROOMS = 4
UC4 = "UC Regs 2013 Sch 4 para"
HB13D = "HB Regs 2006 reg 13D"


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a scheme's size rules stand, and what its own benefit rules ask."""

    renters: str
    adults: str
    children: str
    not_counted: str
    child_alone: str
    couple_apart: str
    overnight: str
    foster: str
    absence: str
    most: str


UC = Sources(
    renters=f"{UC4} 10(1)(a)",
    adults=f"{UC4} 10(1)(b), (c)",
    children=f"{UC4} 10(1)(d)-(f)",
    not_counted=f"{UC4} 9(2)",
    child_alone=f"{UC4} 12(1)(c), (6)",
    couple_apart=f"{UC4} 12(1)(d), (6A)",
    overnight=f"{UC4} 12(A1), (3)",
    foster=f"{UC4} 12(1)(b), (4)-(5)",
    absence=f"{UC4} 11",
    most=f"{UC4} 26",
)
HB = Sources(
    renters=f"{HB13D}(3)(a), (b)",
    adults=f"{HB13D}(3)(a), (b)",
    children=f"{HB13D}(3)(c)-(e)",
    not_counted=f"{HB13D}(3), (12)",
    child_alone=f"{HB13D}(3)(ba)",
    couple_apart=f"{HB13D}(3)(za), (zb)",
    overnight=f"{HB13D}(3A)(a)",
    foster=f"{HB13D}(3A)(b)",
    absence=f"{HB13D}(12)",
    most=f"{HB13D}(2)(c)",
)


def uc_bedrooms(household: Household) -> Bedrooms:
    """The size criteria of Universal Credit: each adult other than the renters has a room, couples too.

    An overnight carer counts only for a person on a qualifying benefit.
    """
    others = (person for person in household.other_people if not person.lodger)
    people, left_out = counted(others, UC)
    adults = [person for person in people if not person.is_child]
    reasons = [renters_room(household, UC), *adult_rooms(adults, UC), *child_rooms(people, UC)]
    renters = (household.claimant,) if household.claims_as_single else household.renters
    reasons += apart([renters] if len(renters) == 2 else [], UC)
    cared_for = [person for person in (*renters, *people, *fostered(household)) if person.overnight_carer]
    entitled = [person for person in cared_for if person.disability_benefit]
    reasons += overnight(entitled, UC)
    if cared_for and not entitled:
        text = "No bedroom for an overnight carer without a qualifying disability benefit"
        reasons.append(Reason(text, UC.overnight))
    reasons += foster_room(renters, UC)
    return limited([*reasons, *left_out, *lodgers_left_out(household), *unborn(household, UC)], UC)


def hb_bedrooms(household: Household) -> Bedrooms:
    """The size criteria of Housing Benefit: any couple shares one room, and a lodger has one.

    Everyone who has the home as theirs is an occupier (reg 13D(12)). An overnight carer may be shown
    by evidence without a disability benefit (reg 2, "person who requires overnight care").
    """
    couples: list[tuple[Person, Person]] = []
    parted: list[Person] = []
    for couple in household.non_dependant_couples:
        if all(person.is_present for person in couple):
            couples.append(couple)
        else:
            parted += couple
    people, left_out = counted([*household.children, *household.non_dependants, *parted], HB)
    adults = [person for person in people if not person.is_child]
    reasons = [renters_room(household, HB), *couple_rooms(couples), *adult_rooms(adults, HB)]
    reasons += child_rooms(people, HB)
    reasons += apart([*([household.renters] if household.is_couple else []), *couples], HB)
    coupled = (person for couple in couples for person in couple)
    everyone = (*household.renters, *coupled, *people, *fostered(household))
    reasons += overnight([person for person in everyone if person.overnight_carer], HB)
    reasons += foster_room(household.renters, HB)
    return limited([*reasons, *left_out, *unborn(household, HB)], HB)


def counted(others: Iterable[Person], sources: Sources) -> tuple[list[Person], list[Reason]]:
    """Those of the others who count, and a line for each kind of person left out."""
    people, part_time, placed, away = [], 0, 0, 0
    for person in others:
        if person.foster:
            placed += 1
        elif not person.responsible:
            part_time += 1
        elif not person.is_present:
            away += 1
        else:
            people.append(person)
    reasons = []
    if part_time:
        text = f"{counted_as(part_time, 'child', 'children')} not counted: another household gets the benefit for them"
        reasons.append(Reason(text, sources.not_counted))
    if placed:
        text = f"{counted_as(placed, 'foster child', 'foster children')} not counted: the foster bedroom is for them"
        reasons.append(Reason(text, sources.not_counted))
    if away:
        text = f"{counted_as(away, 'person', 'people')} not counted: away for more than 6 months"
        reasons.append(Reason(text, sources.absence))
    return people, reasons


def renters_room(household: Household, sources: Sources) -> Reason:
    return Reason(f"1 bedroom for the {'couple' if household.is_couple else 'renter'}", sources.renters, 1)


def adult_rooms(adults: list[Person], sources: Sources) -> Iterator[Reason]:
    if adults:
        bedrooms, people = counted_as(len(adults), "bedroom"), counted_as(len(adults), "person", "people")
        yield Reason(f"{bedrooms} for {people} of 16 or over", sources.adults, len(adults))


def couple_rooms(couples: list[tuple[Person, Person]]) -> Iterator[Reason]:
    for couple in couples:
        yield Reason(f"1 bedroom for a couple of {couple[0].age} and {couple[1].age}", f"{HB13D}(3)(a)", 1)


def child_rooms(people: list[Person], sources: Sources) -> Iterator[Reason]:
    """One line a room; a child who cannot share for disability has their own.

    Cannot share: DLA care at the middle or highest rate, and not reasonably able to share.
    """
    children = [person for person in people if person.is_child]
    alone = [child for child in children if child.cannot_share and child.disability_benefit in DLA_CARE]
    for child in alone:
        text = f"1 bedroom for {child.in_words}, who cannot share because of disability"
        yield Reason(text, sources.child_alone, 1)
    for room in rooms_for_children([child for child in children if child not in alone]):
        yield Reason(room_in_words(room), sources.children, 1)
    if any(child.cannot_share and child.disability_benefit not in DLA_CARE for child in children):
        text = "No bedroom alone for a child who cannot share without the care part of DLA, middle or highest rate"
        yield Reason(text, sources.child_alone)


def apart(couples: Iterable[tuple[Person, ...]], sources: Sources) -> Iterator[Reason]:
    """A second room for a couple of whom one cannot share because of disability."""
    for couple in couples:
        cannot = [person for person in couple if person.cannot_share]
        if any(person.disability_benefit in ALL_BUT_LOWER_ATTENDANCE for person in cannot):
            yield Reason("1 bedroom more: a couple who cannot share because of disability", sources.couple_apart, 1)
        elif cannot:
            text = "No second bedroom for a couple who cannot share without a qualifying disability benefit"
            yield Reason(text, sources.couple_apart)


def overnight(cared_for: list[Person], sources: Sources) -> Iterator[Reason]:
    """One room however many people are cared for and however many carers stay."""
    if cared_for:
        yield Reason("1 bedroom for carers who stay overnight", sources.overnight, 1)


def foster_room(renters: Iterable[Person], sources: Sources) -> Iterator[Reason]:
    if any(renter.foster_carer for renter in renters):
        yield Reason("1 bedroom for fostering or a child placed for adoption", sources.foster, 1)


def fostered(household: Household) -> tuple[Person, ...]:
    return tuple(child for child in household.children if child.foster)


def lodgers_left_out(household: Household) -> Iterator[Reason]:
    lodgers = sum(person.lodger for person in household.other_people)
    if lodgers:
        yield Reason(f"{counted_as(lodgers, 'lodger')} not counted", f"{UC4} 9(2)(d)")


def unborn(household: Household, sources: Sources) -> Iterator[Reason]:
    if household.expected_babies:
        yield Reason("No bedroom for an expected baby until the birth", sources.children)


def limited(reasons: list[Reason], sources: Sources) -> Bedrooms:
    size = total(reasons)
    if size.count <= MOST_BEDROOMS:
        return size
    text = f"{size.count} bedrooms come down to {MOST_BEDROOMS}, the most the allowance covers"
    return Bedrooms(MOST_BEDROOMS, (*size.because, Reason(text, sources.most, MOST_BEDROOMS - size.count)))
