"""How a household, or the person who signs in for it, may be reached."""

from core.notifications.rules import safe_contact as rules
from households.models import Household, SafeContact


def rule_of(household: Household) -> rules.SafeContact | None:
    """The household's rule, or None when none was made."""
    for row in SafeContact.objects.filter(household=household):
        return as_rule(row)
    return None


def safe_contact_of(user_id: int) -> rules.SafeContact | None:
    """The rule for messages to a person's account, or None when their household has none."""
    row = SafeContact.objects.filter(household__resident_id=user_id).first()
    return as_rule(row) if row else None


def as_rule(row: SafeContact) -> rules.SafeContact:
    return rules.SafeContact(
        no_email=row.no_email,
        no_letter=row.no_letter,
        no_voicemail=row.no_voicemail,
        no_text=row.no_text,
        no_call=row.no_call,
        safe_times=row.safe_times,
        code_word=row.code_word,
        named_other=row.named_other,
    )
