"""The prevention, relief and main duties: their clocks and how they may lawfully end."""

from households.rules.duty.clock import (
    DUTY,
    DUTY_DAYS,
    WARNING_DAYS,
    Decision,
    DutyKind,
    DutyState,
    days_left,
    last_day,
    main_decision_overdue_days,
    relief_lapses_on,
    restart_after_referral,
    warning_dates,
)
from households.rules.duty.ending import EndFacts, Obstacle, bar_stands, obstacles, starts_main_duty
from households.rules.duty.grounds import GROUNDS, Evidence, Ground, GroundWords

__all__ = [
    "DUTY",
    "DUTY_DAYS",
    "GROUNDS",
    "WARNING_DAYS",
    "Decision",
    "DutyKind",
    "DutyState",
    "EndFacts",
    "Evidence",
    "Ground",
    "GroundWords",
    "Obstacle",
    "bar_stands",
    "days_left",
    "last_day",
    "main_decision_overdue_days",
    "obstacles",
    "relief_lapses_on",
    "restart_after_referral",
    "starts_main_duty",
    "warning_dates",
]
