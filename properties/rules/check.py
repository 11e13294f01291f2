"""A property check: a housing officer's visit. It is not a hazard (HHSRS) assessment."""

from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move

TARGET_WORKING_DAYS = 5


class CheckState(StrEnum):
    REQUESTED = "requested"
    BOOKED = "booked"
    PASSED = "passed"
    PASSED_WITH_ACTIONS = "passed_with_actions"
    FAILED = "failed"
    NO_ACCESS = "no_access"


class Finding(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"


ITEMS = {
    "condition": "The home is in reasonable condition",
    "electrical_equipment": "Electrical equipment supplied with it looks safe",
    "fire_safety": "Fire precautions: ways out, doors, labels on furniture",
    "smoke_alarms": "A working smoke alarm on each storey that is lived in",
    "co_alarms": "A working carbon monoxide alarm in each room with a fixed burning appliance",
    "heating_and_water": "Heating and hot water work",
    "damp": "No damp or mould that matters",
}
MAY_NOT_APPLY = frozenset({"electrical_equipment", "co_alarms"})

C = CheckState

PROPERTY_CHECK = Machine(
    "property check",
    C.REQUESTED,
    [
        State(C.REQUESTED, "To be booked", Holder.COUNCIL, "An officer rings the landlord to agree a time."),
        State(C.BOOKED, "Booked", Holder.COUNCIL, "An officer visits at the time shown.", "We ring and book again."),
        State(C.PASSED, "Passed", Holder.NOBODY, "Nothing more to do.", colour=Colour.GREEN, terminal=True),
        State(
            C.PASSED_WITH_ACTIONS,
            "Passed, with work to do",
            Holder.LANDLORD,
            "Do the work listed by the day shown and tell us.",
            "The home cannot be let after that day until the work is done.",
            Colour.AMBER,
        ),
        State(
            C.FAILED,
            "Did not pass",
            Holder.LANDLORD,
            "Put right what we found and ask for another visit.",
            colour=Colour.RED,
            terminal=True,
        ),
        State(C.NO_ACCESS, "No one let us in", Holder.COUNCIL, "An officer rings to book again.", colour=Colour.AMBER),
    ],
    [
        move("book", [C.REQUESTED, C.BOOKED, C.NO_ACCESS], C.BOOKED, "Book the visit"),
        move("pass", [C.BOOKED], C.PASSED, "Record: passed"),
        move("pass_with_actions", [C.BOOKED], C.PASSED_WITH_ACTIONS, "Record: passed, with work to do"),
        move("actions_done", [C.PASSED_WITH_ACTIONS], C.PASSED, "The work is done"),
        move("fail", [C.BOOKED], C.FAILED, "Record: did not pass"),
        move("no_access", [C.BOOKED], C.NO_ACCESS, "Record: no access"),
    ],
)


def outcome_event(findings: dict[str, str], *, actions: bool) -> str:
    """The event that the findings amount to: any failed item fails the visit unless it can wait as an action."""
    failed = [item for item, finding in findings.items() if finding == Finding.FAIL]
    if failed and not actions:
        return "fail"
    return "pass_with_actions" if failed or actions else "pass"
