"""One household as its officer reads it: the promise, the warnings, what can be done now, and the facts."""

from dataclasses import dataclass
from datetime import date

from core import dates
from core.access.actor import Actor, Can
from core.deadlines import selectors as deadlines
from core.deadlines.models import Deadline
from core.states import Holder
from core.ui.components import Action, Row, Strip, SumLine, Tag
from core.ui.telephone import in_words
from households.models import Duty, Household, SafeContact
from households.rules import duty as rules
from households.rules.case import CASE, CaseState
from households.rules.duty import DutyKind, DutyState
from households.rules.placement import LAST_LAWFUL_DAY, bnb_day
from households.selectors import clock, reapplication, signatures
from households.selectors.listing import is_family
from households.selectors.urls import url
from households.services import duties


def next_deadline(household: Household) -> Deadline | None:
    """What comes first of the household's own and its open duties'."""
    open_duties = [duty for duty in household.duties.all() if duty.state == DutyState.OPEN]
    return deadlines.next_for(household.subject, *(duty.subject for duty in open_duties))


def strip(household: Household, on: date) -> Strip:
    state, first = CASE.state(household.state).to(Holder.COUNCIL), next_deadline(household)
    what = f"{first.what[:1].upper()}{first.what[1:]}." if first else ""
    return Strip(
        title=household.name,
        state=state,
        next_step=what,
        by=first.due_on if first else None,
        otherwise=first.otherwise if first else "",
        holder_name=household.lead_officer.name if household.lead_officer else "Nobody yet",
        reference=household.reference,
        on=on,
    )


def warnings(household: Household, on: date) -> list[str]:
    """What an officer must know before anything else."""
    found = []
    if household.restricted:
        found.append(
            f"Restricted: {household.restricted_because.lower()}. Only officers on its list and managers know of it."
        )
    found += safe_contact_words(SafeContact.objects.filter(household=household).first())
    if day := bnb_day([stay.stay() for stay in household.placements.all()], on):
        found.append(bnb_words(day, is_family(household)))
    found += [overdue_words(duty, on) for duty in household.duties.all() if overdue(duty, on)]
    return found


def safe_contact_words(rule: SafeContact | None) -> list[str]:
    if rule is None:
        return []
    never = [
        word
        for said, word in (
            (rule.no_email, "email"),
            (rule.no_letter, "send letters"),
            (rule.no_voicemail, "leave messages"),
            (rule.no_text, "send texts"),
            (rule.no_call, "ring"),
        )
        if said
    ]
    parts = [f"Do not {' or '.join(never)}." if never else ""]
    parts += [f"Ring: {rule.safe_times}." if rule.safe_times else ""]
    parts += [f"Code word: {rule.code_word}." if rule.code_word else ""]
    parts += [f"A message may be left with {rule.named_other}." if rule.named_other else ""]
    said = " ".join(part for part in parts if part)
    return [f"Safe contact. {said}"] if said else []


def bnb_words(day: int, family: bool) -> str:
    if not family:
        return f"Day {day} in bed and breakfast."
    if day > LAST_LAWFUL_DAY:
        return (
            f"Day {day} in bed and breakfast: unlawful since day {LAST_LAWFUL_DAY + 1} (SI 2003/3326). Move them today."
        )
    return f"Day {day} of {LAST_LAWFUL_DAY} in bed and breakfast. From day {LAST_LAWFUL_DAY + 1} it is unlawful."


def overdue(duty: Duty, on: date) -> int:
    """Days for which the main duty decision has been overdue."""
    if duty.state != DutyState.OPEN or duty.kind != DutyKind.RELIEF:
        return 0
    decided = not duties.decision_open(duty.household)
    return rules.main_decision_overdue_days(duty.satisfied_on, on, decided=decided)


def overdue_words(duty: Duty, on: date) -> str:
    return (
        f"Main duty decision overdue: {clock.plural(overdue(duty, on))}. Relief and the accommodation go on until it "
        "is made (s189B(4), s188(1ZB))."
    )


@dataclass(frozen=True)
class Clock:
    """A duty period on the page: what it is, its clock, the sum behind it, how it ended."""

    duty: Duty
    tag: Tag
    words: str
    sum: list[SumLine]
    rows: list[Row]
    actions: list[Action]

    @property
    def open(self) -> bool:
        return self.duty.state == DutyState.OPEN


def clocks(household: Household, actor: Actor, on: date) -> list[Clock]:
    """Every duty period, open ones first, then the latest."""
    asked = list(household.signature_requests.all())
    listed = sorted(household.duties.all(), key=lambda d: (d.state != DutyState.OPEN, -d.satisfied_on.toordinal()))
    return [
        Clock(
            duty=duty,
            tag=clock.tag(duty, on),
            words=clock.in_words(duty, on) if duty.state == DutyState.OPEN else ended_words(duty),
            sum=clock.lines(duty, on) if duty.state == DutyState.OPEN else [],
            rows=[*ended_rows(duty), *reapplication.duty_rows(duty, on), *signatures.for_duty(duty, asked, actor)],
            actions=duty_actions(duty, actor),
        )
        for duty in listed
    ]


def ended_words(duty: Duty) -> str:
    ended = dates.short(duty.ended_on) if duty.ended_on else ""
    return f"From {dates.short(duty.satisfied_on)} to {ended}"


def ended_rows(duty: Duty) -> list[Row]:
    if duty.state != DutyState.ENDED or not duty.ground:
        return []
    words = rules.GROUNDS.get(DutyKind(duty.kind), {}).get(rules.Ground(duty.ground))
    return [
        Row("Ground", words.label if words else duty.ground, note=words.source if words else ""),
        Row("Reasons", duty.end_reasons),
    ]


def duty_actions(duty: Duty, actor: Actor) -> list[Action]:
    if duty.state != DutyState.OPEN or not actor.can(Can.SIGN_LETTERS):
        return []
    found = [Action("End this duty", url("end_duty", duty.reference), hidden=duty.kind, style="secondary")]
    if duty.kind == DutyKind.PREVENTION:
        became = Action("They became homeless", url("became_homeless", duty.household.reference), style="secondary")
        found.insert(0, became)
    return found


def contact_rows(household: Household, loss: dict[str, str], actor: Actor) -> list[Row]:
    works = actor.can(Can.WORK_HOUSEHOLDS) and not household.resident_id
    invite = Action("Invite them", url("invite", household.reference)) if works else None
    address = [*household.present_address.splitlines(), household.present_postcode]
    return [
        Row("Telephone", in_words(household.telephone)),
        Row("Email", household.email),
        Row("Where they are now", [line for line in address if line] or ""),
        Row("Came to us", household.approach_on),
        Row("What happened", household.what_happened),
        Row("Why the home is lost", loss.get(household.loss_reason, "")),
        Row("Signs in", "Yes" if household.resident_id else "No account yet", invite),
    ]


def actions(household: Household, actor: Actor) -> list[Action]:
    """What this officer can do now, the first being the one to do.

    What was told without an account is taken up before anything else: that settles who leads and who may see it.
    """
    ref, state, found = household.reference, household.state, []
    if not actor.can(Can.WORK_HOUSEHOLDS):
        return []
    decides = actor.can(Can.SIGN_LETTERS)
    safe = Action("Safe contact", url("safe_contact", ref), style="secondary")
    if state == CaseState.APPROACH:
        return [Action("Take this up", url("take_up", ref)), safe]
    if CASE.can(state, "assess"):
        found.append(Action("Start the assessment", url("assess", ref)))
    if decides and state in (CaseState.ASSESSMENT, CaseState.EARLY_HELP, CaseState.TRIAGE):
        found.append(Action("Open a duty", url("open_duty", ref), style="secondary" if found else "primary"))
    if state == CaseState.OPEN:
        found.append(Action("Change the plan" if household.plans.exists() else "Make the plan", url("plan", ref)))
    if CASE.can(state, "help_early"):
        found.append(Action("Help early", url("help_early", ref), style="secondary"))
    if state == CaseState.CLOSED:
        return [Action("Reopen", url("reopen", ref))]
    if household.lead_officer_id != actor.user_id:
        found.append(Action("Become their lead officer", url("take_over", ref), style="secondary"))
    shut = ("allow", "Let another officer see it") if household.restricted else ("restrict", "Restrict this record")
    found += [safe, Action(shut[1], url(shut[0], ref), style="secondary")]
    if decides:
        found.append(Action("Close", url("close", ref), style="secondary"))
    return found
