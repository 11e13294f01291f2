"""How a person may be reached without putting them in danger."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SafeContact:
    """What a person told us about reaching them.

    Somebody else may read their post, hold their telephone or know their password. `safe_times` is
    when to ring, in their words; `code_word` proves who we are; `named_other` is who may take a
    message instead. `no_voicemail` is for the officer's eyes: no service leaves a message.
    """

    no_email: bool = False
    no_letter: bool = False
    no_voicemail: bool = False
    no_text: bool = False
    no_call: bool = False
    safe_times: str = ""
    code_word: str = ""
    named_other: str = ""


ANYTHING_IS_SAFE = SafeContact()


def barred(channel: str, rules: SafeContact | None) -> str:
    """Why this person must not be reached by this channel, for officers' eyes; empty when they may.

    A channel of the outbox, or "call" where an officer rings. No voicemail bars nothing here: a person
    rings, and reads the rule before.
    """
    rules = rules or ANYTHING_IS_SAFE
    if channel == "email" and rules.no_email:
        return "Safe contact: this person asked us not to send e-mail."
    if channel == "letter" and rules.no_letter:
        return "Safe contact: this person asked us not to send letters."
    if channel == "sms" and rules.no_text:
        return "Safe contact: this person asked us not to send texts."
    if channel == "call" and rules.no_call:
        return "Safe contact: this person asked us not to ring."
    return ""
