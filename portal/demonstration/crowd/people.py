"""Who the crowd are: invented names of many origins, and households as they come to a council's door."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.dates import add_months
from households.rules.case import MemberRole
from households.services.cases import Person
from portal.demonstration.acts.reasons import SETTLED
from portal.demonstration.directory import Directory
from portal.demonstration.figures import SEED

# Origin: how common it is at this door, women's, men's and family names.
ORIGINS: dict[str, tuple[int, str, str, str]] = {
    "british": (
        46,
        "Amy Beth Carol Donna Ellie Gemma Hayley Janet Kelly Lauren Megan Natalie Paige Rachel Stacey Tracey",
        "Adam Ben Callum Darren Ethan Gary Harry Jamie Kieran Lewis Martin Neil Owen Ricky Scott Wayne",
        "Alder Barlow Catchpole Dunmore Eastgate Fairley Garside Hollins Ingham Kemble Larkfield Mottram Nightley "
        "Penfold Quarrie Ridgewell Stanmore Thornley Underhay Wickens",
    ),
    "irish": (4, "Aoife Niamh Sinead Maeve", "Declan Eoin Padraig Ronan", "Brannick Corrigan Devaney Tierney"),
    "nigerian": (
        10,
        "Adaeze Bukola Chinwe Folake Ngozi Yetunde",
        "Babatunde Chidi Emeka Femi Kelechi Segun",
        "Adebowale Ekwueme Ibekwe Nwankwo Ogunleye Olaniyan",
    ),
    "ghanaian": (4, "Abena Akosua Efua Esi", "Kofi Kwabena Kwesi Yaw", "Asante Boakye Mensah Sarpong"),
    "punjabi": (
        7,
        "Gurpreet Jasleen Manpreet Simran",
        "Baljit Harjinder Jaspal Sukhdev",
        "Bhogal Dhaliwal Kalsi Sahota",
    ),
    "bengali": (4, "Farhana Nasima Ruksana Sultana", "Abdul Faisal Kamrul Shafiq", "Ahmed Chowdhury Miah Uddin"),
    "nepali": (3, "Asmita Bimala Sunita", "Bishnu Dipak Prakash", "Gurung Rai Thapa"),
    "polish": (5, "Agnieszka Joanna Kasia Magda", "Grzegorz Marek Piotr Tomasz", "Kowal Lewicka Nowicki Sadowska"),
    "romanian": (5, "Alina Daniela Ioana Mirela", "Cristian Florin Ionut Vasile", "Dinu Marinescu Stoica Tudor"),
    "lithuanian": (2, "Jurga Rasa Vaida", "Darius Mantas Tomas", "Jankus Petraitis Zukas"),
    "turkish": (3, "Aylin Elif Zeynep", "Emre Kemal Serkan", "Aksoy Demirel Yildiz"),
    "eritrean": (2, "Feven Selam Winta", "Dawit Filmon Yonas", "Ghebre Haile Tesfay"),
    "somali": (2, "Fartun Hibo Sagal", "Guled Liban Yusuf", "Abdirahman Farah Jama"),
    "ukrainian": (2, "Iryna Olena Tetiana", "Andriy Mykola Serhiy", "Bondar Kravets Shevchuk"),
    "jamaican": (3, "Claudette Marcia Shanice", "Delroy Leroy Tyrone", "Grantham Lindo Morant"),
}
WENT_THROUGH_ASYLUM = ("eritrean", "somali", "turkish")
SETTLED_STATUS = "They told us they have settled status and where they have lived since. We saw it online with them."
ELIGIBLE = {
    "polish": SETTLED_STATUS,
    "romanian": SETTLED_STATUS,
    "lithuanian": SETTLED_STATUS,
    "nepali": "They told us they came as a Gurkha’s family and have leave to stay without an end.",
    "ukrainian": "They came through Homes for Ukraine. That leave has no bar on public funds, and they live here.",
    "eritrean": "They told us they were recognised as refugees years ago, and have lived here since.",
    "somali": "They told us they became British years ago, and have lived here since.",
}
"""Why somebody may be helped, by origin; the others are British."""
REFUGEE = "They told us they are recognised as refugees since this year. The Home Office confirmed it when we asked."
CHILDREN = {
    "F": "Ava Esme Freya Grace Isla Layla Maya Nia Ruby Zara",
    "M": "Aaron Caleb Elijah Finn Isaac Leo Micah Noel Theo Zain",
}
SHAPES = {
    "single man": 39,
    "single woman": 23,
    "woman with children": 22,
    "man with children": 3,
    "couple": 5,
    "couple with children": 8,
}
"""Households in a hundred, roughly as councils report them to the homelessness statistics."""
REASONS = {
    "end_prs_assured": 34,
    "family_friends": 27,
    "domestic_abuse": 4,
    "relationship_breakdown": 9,
    "evicted_supported": 5,
    "end_social": 3,
    "other_violence": 2,
    "left_institution": 4,
    "asylum_support": 3,
    "end_prs_not_assured": 4,
    "home_unsuitable_health": 2,
    "other_unknown": 3,
}
"""Why they lost, or may lose, their home, in a hundred. Where abuse is the reason, records are restricted:
fewer are told of here than there are."""
HAPPENED = {
    "end_prs_assured": "Their landlord wants the home back and has given them notice.",
    "family_friends": "They stayed with family, who cannot keep them any longer.",
    "domestic_abuse": "They left because they were not safe with the person they lived with.",
    "relationship_breakdown": "They parted, and the home is in the other’s name.",
    "evicted_supported": "Their place in a supported house has ended.",
    "end_social": "The housing association took the tenancy to court.",
    "other_violence": "They were threatened by people near their home.",
    "left_institution": "They came out and had nowhere to go back to.",
    "asylum_support": "They were given leave to stay, and the Home Office accommodation ends.",
    "end_prs_not_assured": "They lodged with the owner, who has asked them to go.",
    "home_unsuitable_health": "The stairs are too much for them now.",
    "other_unknown": "They could not pay the rent any more and handed back the keys.",
}


def chance_of(what: str) -> random.Random:
    """The chance of one life."""
    return random.Random(f"{SEED} {what}")  # noqa: S311  made-up lives, the same each time


def drawn(chance: random.Random, weights: dict[str, int]) -> str:
    return chance.choices(list(weights), weights=list(weights.values()))[0]


@dataclass(frozen=True)
class Named:
    first: str
    family: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.family}"


def named(chance: random.Random, sex: str, among: Sequence[str] = tuple(ORIGINS)) -> Named:
    origin = drawn(chance, {name: parts[0] for name, parts in ORIGINS.items() if name in among})
    _, women, men, families = ORIGINS[origin]
    return Named(chance.choice((women if sex == "F" else men).split()), chance.choice(families.split()))


def born(chance: random.Random, day: date, youngest: int, oldest: int) -> date:
    """A birthday of somebody of that age in years on the day, somewhere within the year."""
    return add_months(day, -12 * chance.randint(youngest, oldest) - chance.randint(1, 11)).replace(
        day=chance.randint(1, 28)
    )


def eligible(name: str, reason: str) -> str:
    """Why somebody of that family name, who lost their home for that reason, may be helped."""
    if reason == "asylum_support":
        return REFUGEE
    family = name.split()[-1]
    origin = next((each for each, parts in ORIGINS.items() if family in parts[3].split()), "")
    return ELIGIBLE.get(origin, SETTLED)


def members(
    chance: random.Random, shape: str, day: date, reason: str = "", directory: Directory | None = None
) -> tuple[Person, ...]:
    """The people of a household of that shape, the applicant first. Nobody in the directory is drawn again."""
    sex = "M" if shape in ("single man", "man with children") else "F" if "woman" in shape else chance.choice("FM")
    among = WENT_THROUGH_ASYLUM if reason == "asylum_support" else tuple(ORIGINS)
    taken = directory or Directory()
    applicant = Named(*taken.new(lambda: named(chance, sex, among).name).split(" ", 1))
    family = "children" in shape
    ages = (23, 47) if family else (19, 66)
    people = [Person(applicant.name, MemberRole.APPLICANT, born_on=born(chance, day, *ages), sex=sex)]
    if "couple" in shape:
        other = "F" if sex == "M" else "M"
        people.append(
            Person(
                taken.new(lambda: f"{named(chance, other).first} {applicant.family}"),
                MemberRole.PARTNER,
                born_on=born(chance, day, *ages),
                sex=other,
            )
        )
    return (*people, *(children(chance, day) if family else ()))


def children(chance: random.Random, day: date) -> Sequence[Person]:
    many = chance.choices((1, 2, 3, 4), weights=(48, 33, 14, 5))[0]
    sexes = [chance.choice("FM") for _ in range(many)]
    names = {sex: chance.sample(CHILDREN[sex].split(), many) for sex in "FM"}
    return [
        Person(names[sex][number], MemberRole.CHILD, born_on=born(chance, day, 0, 15), sex=sex)
        for number, sex in enumerate(sexes)
    ]
