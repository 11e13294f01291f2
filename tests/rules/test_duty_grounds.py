"""Each ground with its evidence, its statistics and its second signature (Housing Act 1996 ss189B, 193, 195)."""

import csv
from datetime import date
from pathlib import Path

import pytest

import core.rulebook
from households.rules.duty import GROUNDS, DutyKind, EndFacts, Evidence, Ground, obstacles

ON = date(2027, 4, 1)
LABELS = Path(core.rulebook.__file__).parent / "data" / "statistics_labels.csv"
LISTS = {
    DutyKind.PREVENTION: "prevention_end_reason",
    DutyKind.RELIEF: "relief_end_reason",
    DutyKind.MAIN: "main_duty_end_reason",
}
ASKED = [(kind, ground) for kind, table in GROUNDS.items() for ground, words in table.items() if words.evidence]


def facts(kind: DutyKind, *proved: Evidence, **changes) -> EndFacts:
    base = {"decision_letter_sent": True, "assessment_letter_sent": True, "plan_has_both_sides": True}
    return EndFacts(kind=kind, satisfied_on=date(2027, 1, 5), proved=frozenset(proved), **(base | changes))


@pytest.mark.parametrize(
    ("ground", "source", "reason"),
    [
        (Ground.REFUSED_TEMPORARY, "s193(5)", "refused_ta"),
        (Ground.NOT_ELIGIBLE, "s193(6)(a)", "not_eligible"),
        (Ground.INTENTIONAL_FROM_PROVIDED, "s193(6)(b)", "intentional_ta"),
        (Ground.ACCEPTED_PART_6, "s193(6)(c)", "part6_accepted"),
        (Ground.LEFT_HOME, "s193(6)(d)", "ceased_occupy"),
        (Ground.REFUSED_PART_6, "s193(7)", "part6_refused"),
        (Ground.ACCEPTED_PRIVATE, "s193(7AA)", "prso_accepted"),
        (Ground.REFUSED_PRIVATE, "s193(7AA)", "prso_refused"),
    ],
)
def test_the_main_duty_ends_on_these_grounds_and_a_manager_signs_each(ground, source, reason):
    words = GROUNDS[DutyKind.MAIN][ground]
    assert (words.source, words.hclic_reasons, words.manager_signs) == (source, (reason,), True)


def test_the_main_duty_ends_on_no_other_ground():
    others = set(Ground) - set(GROUNDS[DutyKind.MAIN])
    assert {Ground.WITHDREW, Ground.NON_COOPERATION, Ground.FIFTY_SIX_DAYS} <= others
    for ground in others:
        assert [o.code for o in obstacles(ground, facts(DutyKind.MAIN), ON)] == ["no_such_ground"]


@pytest.mark.parametrize(("kind", "ground"), ASKED)
def test_no_ground_holds_without_each_piece_of_its_evidence(kind, ground):
    words = GROUNDS[kind][ground]
    views = {"complied": True, "six_months": True, "authorised_by_senior": True}
    assert obstacles(ground, facts(kind, *words.evidence, **views), ON) == []
    bare = obstacles(ground, facts(kind), ON)
    assert len(bare) == len(words.evidence)
    for lacking in words.evidence:
        rest = [evidence for evidence in words.evidence if evidence is not lacking]
        name = {"authorised": "authorised_by_senior"}.get(lacking, str(lacking))
        assert (
            len(obstacles(ground, facts(kind, *rest, **{**views, **({name: False} if name in views else {})}), ON)) == 1
        )


def test_every_statistical_reason_is_in_the_governments_list():
    with LABELS.open() as rows:
        known = {(row[0], row[1]) for row in csv.reader(rows)}
    used = {
        (LISTS[kind], r) for kind, table in GROUNDS.items() for words in table.values() for r in words.hclic_reasons
    }
    assert used <= known
