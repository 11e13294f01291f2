"""Opening and ending the prevention, relief and main duties."""

from households.services.duties.ending import ask_to_end, end_as_signed, end_duty, end_facts, end_or_ask, main_follows
from households.services.duties.lapsing import decision_open, record_lapse
from households.services.duties.opening import open_duty
from households.services.duties.periods import End, end_from, overtake_warnings

__all__ = [
    "End",
    "ask_to_end",
    "decision_open",
    "end_as_signed",
    "end_duty",
    "end_facts",
    "end_from",
    "end_or_ask",
    "main_follows",
    "open_duty",
    "overtake_warnings",
    "record_lapse",
]
