from datetime import datetime, timedelta

from core.access.actor import Kind
from core.money import Money
from households.models import Duty, Household, Placement, SignatureRequest, StatutoryLetter
from households.rules.case import Question
from households.rules.duty import DutyKind, Ground
from households.rules.letter import SPECS, Delivery, LetterKind
from households.services import cases, contact, decisions, duties, letters, placements, plans, residents, signing
from households.services.decisions import Finding
from households.services.duties import End
from households.services.letters import Ready
from households.services.placements import Stay
from households.services.plans import PlanGiven, Step
from portal.demonstration.acts import reasons
from portal.demonstration.acts.case import Case, contact_of
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story

WEEK = timedelta(days=7)


def fresh(row: Household) -> Household:
    return Household.objects.get(pk=row.pk)


def open_case(council: Council, case: Case) -> Household:
    """They ask for help; the officer writes down who they are, what they need, and lets them sign in."""
    actor = council.actor(case.officer)
    row = cases.open_case(
        contact=contact_of(council, case),
        people=case.people,
        what_happened=case.happened,
        loss_reason=case.reason,
        approach_on=council.today,
        restriction=case.restriction,
        actor=actor,
        at=council.at,
    )
    council.cases[row.pk] = case
    row = cases.change_needs(ref=row.reference, seen=row.version, needs=case.needs, actor=actor, at=council.at)
    if case.rule:
        row = contact.set_safe_contact(ref=row.reference, seen=seen(row), rule=case.rule, actor=actor, at=council.at)
    if case.notice:
        row = decisions.record_notice(ref=row.reference, seen=seen(row), notice=case.notice, actor=actor, at=council.at)
    if case.resident:
        user = council.person(case.slug, case.name, Kind.RESIDENT)
        row = residents.let_sign_in(
            ref=row.reference, seen=seen(row), user_ref=user.reference, actor=actor, at=council.at
        )
    return row


def decide(
    council: Council, row: Household, question: Question, answer: str, *categories: str, because: str = ""
) -> Household:
    """Record a finding. Without `because` the reasons are those that their story gives."""
    return find(council, fresh(row), question, answer, *categories, because=because)


def find(
    council: Council, row: Household, question: Question, answer: str, *categories: str, because: str = ""
) -> Household:
    """The same on a row that stands as it was just read."""
    case = council.cases.get(row.pk)
    if case and not because:
        because = case.eligible if question is Question.ELIGIBLE else case.found.get(f"{question}: {answer}", "")
    because = because or reasons.of(question, answer, row.loss_reason, categories)
    return decisions.decide(
        ref=row.reference,
        seen=row.version,
        finding=Finding(question, answer, because, council.today, categories),
        actor=council.actor(lead_of(council, row)),
        at=council.at,
    )


def lead_of(council: Council, row: Household) -> str:
    return council.slug_of(row.lead_officer_id)


def assess(council: Council, row: Household) -> Household:
    return cases.start_assessment(
        ref=row.reference,
        seen=seen(row),
        on=council.today,
        actor=council.actor(lead_of(council, row)),
        at=council.at,
    )


def open_duty(council: Council, row: Household, kind: DutyKind) -> Duty:
    """Eligible, and threatened or homeless: the duty is owed from today."""
    row = fresh(row)
    if row.eligible != "yes":
        row = find(council, row, Question.ELIGIBLE, "yes")
    row = find(council, row, Question.HOMELESSNESS, "threatened" if kind is DutyKind.PREVENTION else "homeless")
    return duties.open_duty(
        ref=row.reference,
        seen=row.version,
        kind=kind,
        satisfied_on=council.today,
        actor=council.actor(lead_of(council, row)),
        at=council.at,
    )


STEPS = (
    Step("council", "Look for private homes that you can afford and put you forward for them."),
    Step("council", "Check your benefit claim with you and ask for anything that is missing."),
    Step("applicant", "Tell us at once when anything about your present home changes."),
    Step("applicant", "Keep a list of homes you see, and ring us about any that might do."),
)


def make_plan(council: Council, row: Household, *steps: Step, changed: str = "", review_days: int = 21) -> None:
    plans.make(
        ref=row.reference,
        seen=seen(row),
        given=PlanGiven(
            steps=steps or STEPS,
            agreed=True,
            review_on=council.today + timedelta(days=review_days),
            what_changed=changed,
        ),
        actor=council.actor(lead_of(council, row)),
        at=council.at,
    )


def send(
    council: Council,
    row: Household,
    kind: LetterKind,
    delivery: Delivery = Delivery.EMAIL,
    officer: str = "",
    about: str = "",
    of: str = "",
) -> StatutoryLetter:
    """Sign a letter, every box ticked. Where a manager has to sign as well it waits. An answer has a week."""
    ticks = {item.key: True for item in SPECS[kind].items}
    return letters.prepare(
        ref=row.reference,
        seen=seen(row),
        ready=Ready(kind, delivery, ticks, "", about, council.today + WEEK, of),
        actor=council.actor(officer or lead_of(council, row)),
        at=council.at,
    )


def countersign(council: Council, letter: StatutoryLetter) -> StatutoryLetter:
    letter.refresh_from_db()
    return letters.countersign(ref=letter.reference, seen=letter.version, actor=council.actor("ruth"), at=council.at)


def place(
    council: Council, row: Household, provider: str, nightly: int, *, shared: bool = False, exempt: bool = False
) -> Placement:
    return placements.place(
        ref=row.reference,
        seen=seen(row),
        stay=Stay(
            provider=provider,
            self_contained=not shared,
            exempt_provider=exempt,
            nightly_cost=Money(nightly * 100),
            started_on=council.today,
        ),
        actor=council.actor(lead_of(council, row)),
        at=council.at,
    )


def leave(council: Council, row: Household) -> None:
    stay = row.placements.get(ended_on=None)
    placements.leave(
        ref=stay.reference,
        seen=stay.version,
        ended_on=council.today,
        actor=council.actor(lead_of(council, row)),
        at=council.at,
    )


def end(council: Council, row: Household, ground: Ground, hclic: str, reasons: str, manager: str = "") -> Duty:
    """End the open duty on a ground, with a manager's signature where it needs one. The letter is another act."""
    done = end_or_ask(council, row, ground, hclic, reasons)
    if isinstance(done, SignatureRequest):
        sign_request(council, done, manager)
        return Duty.objects.get(reference=done.subject_reference)
    return done


def end_or_ask(council: Council, row: Household, ground: Ground, hclic: str, reasons: str) -> Duty | SignatureRequest:
    duty = row.duties.open().order_by("-satisfied_on").first()
    assert duty is not None
    return duties.end_or_ask(
        ref=duty.reference,
        seen=duty.version,
        end=End(ground, hclic, reasons, council.today, complied=True, six_months=True),
        actor=council.actor(lead_of(council, row)),
        at=council.at,
    )


def ask_to_end(council: Council, row: Household, ground: Ground, hclic: str, reasons: str) -> SignatureRequest:
    """The officer asks; nothing ends before a manager signs."""
    asked = end_or_ask(council, row, ground, hclic, reasons)
    assert isinstance(asked, SignatureRequest)
    return asked


def sign_request(council: Council, row: SignatureRequest, manager: str = "ruth") -> None:
    signing.sign(ref=row.reference, seen=seen(row), actor=council.actor(manager), at=council.at)


def close(council: Council, row: Household, reason: str) -> Household:
    return cases.close(
        ref=row.reference,
        seen=seen(row),
        reason=reason,
        actor=council.actor(lead_of(council, row)),
        at=council.at,
    )


def owed(
    council: Council,
    case: Case,
    kind: DutyKind,
    begins: datetime,
    then: datetime,
    priority: str = "",
    delivery: Delivery = Delivery.EMAIL,
) -> Story:
    """From the first call to a duty with its plan and letters.

    The duty opens at `begins`, the plan and the letters follow at `then`. `priority` is a category of
    priority need, or nothing while it is undecided.
    """
    yield begins
    row = open_case(council, case)
    assess(council, row)
    open_duty(council, row, kind)
    if priority:
        decide(council, row, Question.PRIORITY_NEED, "yes", priority)
    yield then
    make_plan(council, row)
    send(council, row, LetterKind.DUTY_DECISION, delivery)
    send(council, row, LetterKind.ASSESSMENT_AND_PLAN, delivery)
    return fresh(row)
