"""What an exception from the shared rate brings, and until which age."""

from core.rulebook.rules.household import DisabilityBenefit, Household, Person
from tests.rules.households import man
from tests.rules.shipped import TODAY, north_west_kent

PIP = DisabilityBenefit.PIP_DAILY_LIVING


def spared(renter: Person) -> str:
    answer = north_west_kent().answer(Household((renter,)), brma="NORTH_WEST_KENT", on=TODAY)
    return str(answer.spared or "")


def test_whoever_is_spared_the_shared_rate_has_so_much_more_and_until_an_age():
    more = "£298.67 a month more than the shared rate of £451.33"
    assert spared(man(22, care_leaver=True)).startswith(f"{more}, until they are 25 (UC Regs 2013 Sch 4 para 29(2)")
    assert spared(man(30, disability_benefit=PIP)).startswith(f"{more} (")
    assert {spared(man(22)), spared(man(25, care_leaver=True)), spared(man(40, care_leaver=True))} == {""}
