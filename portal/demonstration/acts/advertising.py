"""What a landlord writes about a home that is offered to rent, from what the home is."""

import random

from properties.models import Home

KINDS = {
    "terraced_house": "terraced house",
    "semi_detached_house": "semi-detached house",
    "detached_house": "detached house",
    "flat": "flat",
    "other": "home",
}
SIZES = {1: "one-bedroom", 2: "two-bedroom", 3: "three-bedroom", 4: "four-bedroom"}
OPENINGS = (
    "A bright {size} {kind} in a quiet street.",
    "A well kept {size} {kind}, newly painted.",
    "A {size} {kind} that has been in the family for years.",
    "A warm {size} {kind} with plenty of storage.",
    "A {size} {kind} with large windows and new carpets.",
    "A tidy {size} {kind}, ready to move into.",
)
NEAR = {
    "DA1": (
        "The station is ten minutes away on foot.",
        "Central Park and the shops are close.",
        "Near the hospital bus.",
    ),
    "DA2": (
        "The heath is at the end of the road.",
        "Two primary schools are within a short walk.",
        "Quiet, by a bus stop.",
    ),
    "DA9": (
        "Near the river path and Greenhithe station.",
        "A big supermarket is five minutes away.",
        "The bus to Dartford stops outside.",
    ),
    "DA10": (
        "Ebbsfleet station is a short bus ride away.",
        "A surgery and a school are close.",
        "The park is across the road.",
    ),
}
HOUSE_EXTRAS = ("A small garden at the back.", "A yard with room for bicycles.", "A garden with a shed.")
FLAT_EXTRAS = (
    "The kitchen was fitted last year.",
    "There is a lockable store downstairs.",
    "The bathroom has a shower over the bath.",
)


def described(chance: random.Random, home: Home) -> str:
    """Three or four sentences, true to what the record says of the home."""
    size, kind = SIZES.get(home.bedrooms, "large"), KINDS.get(home.property_type, "home")
    extras = FLAT_EXTRAS if home.property_type == "flat" else HOUSE_EXTRAS
    said = [
        chance.choice(OPENINGS).format(size=size, kind=kind),
        chance.choice(NEAR[home.postcode.split()[0]]),
        chance.choice(extras),
    ]
    if home.step_free:
        said.append("There are no steps to the door.")
    elif home.parking:
        said.append("There is a place to park.")
    elif home.pets_considered:
        said.append("Ask about your pet.")
    return " ".join(said)
