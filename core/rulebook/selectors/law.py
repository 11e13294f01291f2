"""Grounds, checks and labels, as they hold on a day."""

from dataclasses import fields
from datetime import date

from django.db.models import QuerySet

from core.rulebook.memory import remembered
from core.rulebook.models import (
    ArrearsLevel,
    CertificatePeriod,
    LettabilityCheck,
    PossessionGround,
    ReferralBody,
    StatisticsLabel,
    SuitabilityTest,
)
from core.rulebook.rules.arrears import Level
from core.rulebook.rules.notices.facts import Ground, Law
from core.rulebook.rules.regime import Regime


def possession_grounds(regime: str, on: date) -> "QuerySet[PossessionGround]":
    return PossessionGround.objects.on(on).filter(regime=regime).order_by("pk")


def arrears_levels(regime: str, on: date) -> "QuerySet[ArrearsLevel]":
    return ArrearsLevel.objects.on(on).filter(regime=regime).order_by("order")


def of_notices(on: date) -> Law:
    """What a notice given on a day is read by, in two queries. Before 1 May 2026 there are no grounds to read by."""
    grounds: dict[Regime, dict[str, Ground]] = {regime: {} for regime in Regime}
    for row in PossessionGround.objects.on(on).order_by("pk"):
        named = {field.name: getattr(row, field.name) for field in fields(Ground) if field.name != "code"}
        grounds[Regime(row.regime)][row.ground] = Ground(row.ground, **named)
    levels = ArrearsLevel.objects.on(on).filter(ground="8")
    return Law(grounds, {Regime(row.regime): level(row) for row in levels})


def level(row: ArrearsLevel) -> Level:
    return Level(row.key, row.label, row.months, row.weeks, row.ground, row.leaves_out_unpaid_award, row.source)


@remembered
def certificate_periods(on: date) -> dict[str, CertificatePeriod]:
    """How long each kind of certificate lasts, by kind."""
    return {row.kind: row for row in CertificatePeriod.objects.on(on).order_by("pk")}


def suitability_tests(on: date) -> "QuerySet[SuitabilityTest]":
    return SuitabilityTest.objects.on(on).order_by("order")


def lettability_checks(on: date) -> "QuerySet[LettabilityCheck]":
    return LettabilityCheck.objects.on(on).order_by("pk")


def statistics_labels(list_name: str, on: date) -> "QuerySet[StatisticsLabel]":
    return StatisticsLabel.objects.on(on).filter(list_name=list_name).order_by("order")


def referral_bodies(on: date) -> "QuerySet[ReferralBody]":
    return ReferralBody.objects.on(on).order_by("pk")
