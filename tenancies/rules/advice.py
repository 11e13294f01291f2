"""What to do before each level of arrears is reached, in the words of whoever reads it."""

from collections.abc import Mapping

from core.access.actor import Kind

LANDLORD: Mapping[str, str] = {
    "two_weeks": "Ask your tenant what happened. Most late rent is easy to put right in the first days.",
    "one_month": "Tell us now. We ring you both and agree with you how the rent is caught up.",
    "two_months": "If your tenant gets Universal Credit, you can ask for the rent to be paid to you. "
    "The facts sheet on this page helps.",
    "ground_8": "Ring us before you give notice. The rent must be unpaid on the day of the notice and again on the day "
    "of the hearing, so what is paid in between counts.",
}
RESIDENT: Mapping[str, str] = {
    "two_weeks": "Ring us or your landlord, even if you can only pay some of it.",
    "one_month": "Ring us this week. We look at your money with you and help you agree a plan with your landlord.",
    "two_months": "If you get Universal Credit, you can ask for the part for your rent to go straight to your "
    "landlord. Ask us for the facts sheet.",
    "ground_8": "Ring us today. A landlord can give notice at this level. The date in a notice is not the day to "
    "leave: only a court can end your tenancy, and what you pay before the hearing counts.",
}
OFFICER: Mapping[str, str] = {
    "two_weeks": "Ring the tenant: has pay or a benefit changed?",
    "one_month": "Ring both. Check benefits, debts and a plan that both can keep.",
    "two_months": "Make the facts sheets. The tenant may ask without waiting for this level.",
    "ground_8": "Tell both their rights the same day. The level must be met at the notice and at the hearing.",
}
BY_READER: Mapping[Kind, Mapping[str, str]] = {
    Kind.LANDLORD: LANDLORD,
    Kind.RESIDENT: RESIDENT,
    Kind.OFFICER: OFFICER,
}


AFTER_NOTICE: Mapping[str, str] = {
    "ground_8": "You have given notice. The rent must be unpaid again on the day of the hearing, so what is paid "
    "before the hearing counts. Ring us: we talk with you both.",
}
"""What a landlord reads instead once they have given notice."""


def before(key: str, reader: Kind, *, noticed: bool = False) -> str:
    """What to do before a level; nothing for a level that the council added without words."""
    if noticed and reader is Kind.LANDLORD and key in AFTER_NOTICE:
        return AFTER_NOTICE[key]
    return BY_READER.get(reader, {}).get(key, "")
