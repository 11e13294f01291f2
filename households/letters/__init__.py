"""The words of the letters that open and end a duty, in blocks for the page and the PDF."""

from households.letters.duties import (
    AGREED,
    OWED,
    Signer,
    assessment_and_plan,
    duty_decision,
    end_of_duty,
    is_review,
    main_duty_decision,
    reasons,
    signed_as_well,
    whole,
)
from households.letters.refusals import cooperation_warning, part_6_offer, refusal_warning, temporary_offer

__all__ = [
    "AGREED",
    "OWED",
    "Signer",
    "assessment_and_plan",
    "cooperation_warning",
    "duty_decision",
    "end_of_duty",
    "is_review",
    "main_duty_decision",
    "part_6_offer",
    "reasons",
    "refusal_warning",
    "signed_as_well",
    "temporary_offer",
    "whole",
]
