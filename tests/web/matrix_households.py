from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from core.money import Money
from households.models import Duty, Household, Placement, Plan, SignatureRequest, StatutoryLetter
from households.rules.case import Question, Restriction
from households.rules.duty import DutyKind, Ground
from households.rules.letter import Delivery, LetterKind
from households.services import cases, decisions, duties, exclusions, letters, placements, plans
from households.services.decisions import NoticeGiven
from households.services.duties import End
from households.services.letters import Ready
from households.services.placements import Stay
from households.services.plans import PlanGiven, Step
from tests.households import steps
from tests.households.making import told
from tests.web.matrix import EVERYONE, RESIDENTS, Expect
from tests.web.personas import Cast

SEE = frozenset({"triage", "housing", "landlord_liaison", "manager", "auditor"})
WORK = frozenset({"triage", "housing", "manager"})
SIGN = frozenset({"housing", "manager"})
MANAGER = frozenset({"manager"})
Maker = Callable[[Cast], Any]


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def fresh(row: Household) -> Household:
    return Household.objects.get(pk=row.pk)


def new(cast: Cast) -> Household:
    return cast.world.household(resident=False, duty=None)


def found(cast: Cast) -> Household:
    """Eligible and homeless, and no duty opened yet."""
    row = new(cast)
    cast.world.decide(row, Question.ELIGIBLE, "yes")
    return cast.world.decide(row, Question.HOMELESSNESS, "homeless")


def prevented(cast: Cast) -> Household:
    return cast.world.household(resident=False, duty=DutyKind.PREVENTION)


def owed(cast: Cast) -> Household:
    """A household owed relief, whose main applicant is the persona "resident"."""
    row = cast.world.household(resident=False)
    Household.objects.filter(pk=row.pk).update(resident_id=cast.user("resident").pk)
    return fresh(row)


def restricted(cast: Cast) -> Household:
    row = cast.world.household(resident=False, restriction=Restriction.DOMESTIC_ABUSE, actor=cast.actor("housing"))
    return fresh(row)


def closed(cast: Cast) -> Household:
    row = new(cast)
    return cases.close(ref=row.reference, seen=row.version, reason="Moved", actor=cast.world.manager, at=cast.at)


def duty(cast: Cast) -> Duty:
    return cast.once(owed).duties.get()


def asked(cast: Cast) -> SignatureRequest:
    """The end of relief after 56 days, waiting for a manager."""
    world, row = cast.world, cast.world.household(satisfied_on=cast.world.on - timedelta(days=60), resident=False)
    steps.make_plan(world, row)
    for kind in (LetterKind.DUTY_DECISION, LetterKind.ASSESSMENT_AND_PLAN):
        steps.send(world, row, kind)
    duty, end = row.duties.get(), End(Ground.FIFTY_SIX_DAYS, "56_days", "All done.", world.on, complied=True)
    return duties.ask_to_end(ref=duty.reference, seen=duty.version, end=end, actor=world.housing, at=cast.at)


def noticed(cast: Cast) -> Household:
    row = new(cast)
    given = NoticeGiven("section_8", "assured", cast.world.on, date(2027, 3, 22), ("1A",))
    return decisions.record_notice(
        ref=row.reference, seen=row.version, notice=given, actor=cast.world.housing, at=cast.at
    )


def kept_away(cast: Cast) -> Household:
    row, landlord = new(cast), cast.world.landlord()
    return exclusions.exclude(
        ref=row.reference, landlord_ref=landlord.reference, reason="Kin", actor=cast.world.housing, at=cast.at
    )


def stay(cast: Cast) -> Placement:
    row = cast.once(owed)
    given = Stay("Mill House", True, False, Money(8_500), cast.world.on)
    return placements.place(ref=row.reference, seen=row.version, stay=given, actor=cast.world.housing, at=cast.at)


def plan(cast: Cast) -> Plan:
    row = cast.once(owed)
    given = PlanGiven(
        steps=(Step("applicant", "Send us your payslips"), Step("council", "Ring the landlord")),
        agreed=True,
        review_on=cast.world.on + timedelta(days=28),
    )
    return plans.make(ref=row.reference, seen=row.version, given=given, actor=cast.world.housing, at=cast.at)


def given_letter(cast: Cast) -> StatutoryLetter:
    return signed(cast, cast.once(owed), LetterKind.DUTY_DECISION)


def unsigned_letter(cast: Cast) -> StatutoryLetter:
    """A main duty decision that waits for a manager."""
    row = cast.world.household(satisfied_on=cast.world.on - timedelta(days=60), resident=False)
    cast.world.decide(row, Question.PRIORITY_NEED, "yes", "dependent_children")
    cast.world.decide(row, Question.INTENTIONAL, "no")
    duties.record_lapse(ref=row.duties.get().reference, lapses_if_open=False, actor=cast.world.manager, at=cast.at)
    return signed(cast, row, LetterKind.MAIN_DUTY_DECISION)


def signed(cast: Cast, row: Household, kind: LetterKind) -> StatutoryLetter:
    return letters.prepare(
        ref=row.reference,
        seen=fresh(row).version,
        ready=Ready(kind, Delivery.HAND, {"read_through": True}),
        actor=cast.world.housing,
        at=cast.at,
    )


def about(maker: Maker, **more: Any) -> Callable[[Cast], dict[str, Any]]:
    return lambda cast: {"reference": cast.once(maker).reference, **more}


def acting_on(maker: Maker, who: frozenset[str], *, to: dict[str, Any] | None = None, **fields: Any) -> Expect:
    """A form of the office about one row."""
    return Expect(
        who,
        kwargs=about(maker, **(to or {})),
        sends=lambda cast: {"seen": cast.once(maker).version, **fields},
    )


TODAY = date(2026, 11, 21)
PERSON = {"role": "child", "name": "Bo", "sex": "F", **day("born_on", date(2020, 1, 1))}
NOTICE = {
    "kind": "section_8",
    "grounds": "1A",
    "tenancy": "assured",
    "validity": "yes",
    "only_home": "yes",
    **day("served_on", TODAY),
    **day("specified_on", date(2027, 3, 22)),
}
STEPS = {
    "council-1-what": "Ring the landlord",
    "applicant-1-what": "Send us your payslips",
    "agreed": "yes",
    **day("review_on", date(2026, 12, 12)),
}
STAY = {"provider": "Mill House", "self_contained": "yes", "nightly_cost": "85", "function": "s188"}


def approached(cast: Cast) -> Household:
    """Somebody told us early, and no officer has looked at it."""
    return told(cast.at).household


ROWS = {
    "households_public_tell": Expect(EVERYONE, sends=lambda cast: {}, again="the answer is the same first question"),
    "households_public_tell_question": Expect(EVERYONE, get=410, kwargs=lambda cast: {"slug": "name"}),
    "households_public_tell_check": Expect(EVERYONE, get=410),
    "households_public_tell_sent": Expect(EVERYONE, get=302),
    "households_public_tell_leave": Expect(EVERYONE, get=302),
    "households_office_take_up": acting_on(approached, WORK),
    "workspaces_office_household": Expect(SEE, kwargs=about(owed)),
    "workspaces_resident_home": Expect(RESIDENTS, kwargs=lambda cast: cast.once(owed) and {}),
    "households_resident_plan": Expect(RESIDENTS, kwargs=lambda cast: cast.once(plan) and {}),
    "households_resident_tick": Expect(
        RESIDENTS,
        get=302,
        get_for={"other_resident": 404},
        kwargs=about(plan, number=1),
        sends=lambda cast: {"done": "yes"},
    ),
    "households_resident_letter": Expect(RESIDENTS, get_for={"other_resident": 404}, kwargs=about(given_letter)),
    "households_resident_letter_pdf": Expect(RESIDENTS, get_for={"other_resident": 404}, kwargs=about(given_letter)),
    "households_office_list": Expect(SEE),
    "households_office_new": Expect(
        WORK, sends=lambda cast: {"name": "Ama Field", "restricted": "no", **day("approach_on", TODAY)}
    ),
    "households_office_contact": acting_on(new, WORK, name="Ama Field"),
    "households_office_needs": acting_on(new, WORK, pets="none"),
    "households_office_assess": acting_on(new, WORK, **day("on", TODAY)),
    "households_office_help_early": acting_on(new, WORK, reason="A notice is far off."),
    "households_office_take_over": acting_on(new, WORK),
    "households_office_close": acting_on(new, SIGN, reason="They moved away."),
    "households_office_reopen": acting_on(closed, WORK, reason="They came back."),
    "households_office_person_add": acting_on(new, WORK, **PERSON),
    "households_office_person_change": acting_on(new, WORK, to={"number": 2}, **PERSON),
    "households_office_person_remove": replace(acting_on(new, WORK, to={"number": 2}), behind=404),
    "households_office_safe_contact": acting_on(new, WORK, code_word="Bluebell"),
    "households_office_restrict": acting_on(new, WORK, restriction="staff"),
    "households_office_allow": Expect(
        WORK,
        get_for={"triage": 404},
        kwargs=about(restricted),
        sends=lambda cast: {
            "seen": cast.once(restricted).version,
            "officer": cast.user("triage").reference,
            "reason": "Covers leave",
        },
    ),
    "households_office_decide": acting_on(
        new, SIGN, to={"question": "eligible"}, answer="yes", reasons="You told us.", **day("decided_on", TODAY)
    ),
    "households_office_notice": acting_on(new, WORK, **NOTICE),
    "households_office_notice_check": Expect(WORK, kwargs=about(new), sends=lambda cast: NOTICE, post=200),
    "households_office_withdraw_notice": replace(
        acting_on(noticed, WORK, to={"number": 1}, reason="They wrote.", **day("on", TODAY)), again="taken back once"
    ),
    "households_office_exclude_lift": acting_on(kept_away, WORK, to={"number": 1}),
    "households_office_invite": replace(acting_on(new, WORK, safe="on"), behind=200),
    "households_office_earlier_offer": acting_on(
        new,
        SIGN,
        used_before="no",
        restricted_person="no",
        known_from="Our letter.",
        **day("accepted_on", date(2026, 3, 20)),
        **day("applied_on", TODAY),
    ),
    "households_office_open_duty": acting_on(found, SIGN, kind="relief", **day("satisfied_on", TODAY)),
    "households_office_became_homeless": acting_on(
        prevented, SIGN, reasons="The locks were changed.", **day("satisfied_on", TODAY)
    ),
    "households_office_end_duty": acting_on(
        duty,
        SIGN,
        ground="withdrew",
        hclic_reason="withdrew_deceased",
        reasons="They rang to say so.",
        **day("ended_on", TODAY),
    ),
    "households_office_signature": Expect(SEE, kwargs=about(asked)),
    "households_office_signature_sign": acting_on(asked, MANAGER),
    "households_office_signature_return": acting_on(asked, MANAGER, because="Ring the landlord once more."),
    "households_office_signature_withdraw": acting_on(asked, SIGN),
    "households_office_place": acting_on(new, WORK, **STAY, **day("started_on", TODAY)),
    "households_office_leave": acting_on(stay, WORK, **day("ended_on", TODAY)),
    "households_office_plan": acting_on(owed, WORK, **STEPS),
    "households_office_tick": Expect(WORK, get=302, kwargs=about(plan, number=1), sends=lambda cast: {"done": "yes"}),
    "households_office_drop_step": acting_on(plan, WORK, to={"number": 1}, reason="Not right any more."),
    "households_office_prepare_letter": acting_on(
        owed, SIGN, to={"kind": "duty_decision"}, delivery="hand", read_through="on"
    ),
    "households_office_letter": Expect(SEE, kwargs=about(given_letter)),
    "households_office_letter_pdf": Expect(SEE, kwargs=about(given_letter)),
    "households_office_countersign": acting_on(unsigned_letter, MANAGER),
    "households_office_take_back": acting_on(unsigned_letter, SIGN, note="A wrong date."),
}
