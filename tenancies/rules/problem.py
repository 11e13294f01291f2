"""What can be reported about a tenancy, in the words of whoever reports it."""

from collections.abc import Mapping
from enum import StrEnum


class Source(StrEnum):
    """Who told us."""

    LANDLORD = "landlord"
    TENANT = "tenant"
    OFFICER = "officer"
    SOMEONE_ELSE = "someone_else"
    CHECK_IN = "check_in"


WORRIED = "worried"
"""The answer to a check-in by which somebody tells us of a concern themselves."""


def teller_of(source: str, answers: Mapping[str, str]) -> Source:
    """Who told us: of a check-in, whoever answered that they are worried."""
    if source == Source.CHECK_IN and answers.get("check_in") == WORRIED:
        return Source(answers["asked"])
    return Source(source)


SOURCE_LABELS = {
    Source.LANDLORD: "The landlord or agent",
    Source.TENANT: "The tenant",
    Source.OFFICER: "An officer",
    Source.SOMEONE_ELSE: "Someone else",
    Source.CHECK_IN: "A check-in",
}


class Problem(StrEnum):
    ARREARS = "arrears"
    BENEFIT_PAYMENT = "benefit_payment"
    ACCESS = "access"
    REPAIRS = "repairs"
    NUISANCE = "nuisance"
    DAMAGE = "damage"
    SELLING = "selling"
    MOVING_IN = "moving_in"
    RENT_INCREASE = "rent_increase"
    EMPTY_HOME = "empty_home"
    THINKING_OF_NOTICE = "thinking_of_notice"
    THREATS = "threats"
    ILLEGAL_EVICTION = "illegal_eviction"
    NOTICE_RECEIVED = "notice_received"
    MONEY_WORRIES = "money_worries"
    RELATIONSHIP_BREAKDOWN = "relationship_breakdown"
    ASKED_TO_LEAVE = "asked_to_leave"
    HOARDING = "hoarding"
    DOMESTIC_ABUSE = "domestic_abuse"
    OTHER = "other"


P = Problem

LANDLORD_LABELS = {
    P.ARREARS: "Rent is not being paid",
    P.BENEFIT_PAYMENT: "A benefit payment stopped, changed or did not start",
    P.ACCESS: "I cannot get in for a check or a repair",
    P.REPAIRS: "Something needs repair",
    P.NUISANCE: "Noise or nuisance",
    P.DAMAGE: "Damage to the home",
    P.SELLING: "I want to sell",
    P.MOVING_IN: "I or my family want to move in",
    P.RENT_INCREASE: "I want to raise the rent",
    P.EMPTY_HOME: "I think the home is empty",
    P.THINKING_OF_NOTICE: "I am thinking of giving notice",
    P.OTHER: "Something else",
}
TENANT_LABELS = {
    P.ILLEGAL_EVICTION: "I am being put out of my home, or locked out",
    P.THREATS: "Someone threatens or frightens me because of my home",
    P.DOMESTIC_ABUSE: "Someone close to me hurts, frightens or controls me",
    P.NOTICE_RECEIVED: "I have been given notice",
    P.ASKED_TO_LEAVE: "Someone asks me to leave",
    P.RELATIONSHIP_BREAKDOWN: "We are splitting up",
    P.MONEY_WORRIES: "I am worried about paying the rent",
    P.RENT_INCREASE: "My rent is going up",
    P.REPAIRS: "Something needs repair",
    P.HOARDING: "There are too many things in my home",
    P.OTHER: "Something else",
}
OFFICE_LABELS = {
    P.ARREARS: "Rent arrears",
    P.BENEFIT_PAYMENT: "Benefit payment",
    P.ACCESS: "Access to the home",
    P.REPAIRS: "Repairs",
    P.NUISANCE: "Noise or nuisance",
    P.DAMAGE: "Damage",
    P.SELLING: "Landlord wants to sell",
    P.MOVING_IN: "Landlord or family want to move in",
    P.RENT_INCREASE: "Rent increase",
    P.EMPTY_HOME: "Home may be empty",
    P.THINKING_OF_NOTICE: "Landlord is thinking of giving notice",
    P.THREATS: "Threats or harassment",
    P.ILLEGAL_EVICTION: "Illegal eviction",
    P.NOTICE_RECEIVED: "Notice received",
    P.MONEY_WORRIES: "Money worries",
    P.RELATIONSHIP_BREAKDOWN: "Relationship breakdown",
    P.ASKED_TO_LEAVE: "Family or friends asking them to leave",
    P.HOARDING: "Hoarding",
    P.DOMESTIC_ABUSE: "Domestic abuse (private)",
    P.OTHER: "Something else",
}


def choices_for(source: Source) -> dict[Problem, str]:
    """The problems that this person chooses from, in their words. Officers have them all."""
    if source is Source.LANDLORD:
        return LANDLORD_LABELS
    if source is Source.TENANT:
        return TENANT_LABELS
    return OFFICE_LABELS
