"""Grounds, checks and labels, as they hold on a day."""

from datetime import date

from django.db.models import QuerySet

from core.rulebook.models import (
    ArrearsLevel,
    CertificatePeriod,
    LettabilityCheck,
    PossessionGround,
    ReferralBody,
    StatisticsLabel,
    SuitabilityTest,
)


def possession_grounds(regime: str, on: date) -> "QuerySet[PossessionGround]":
    return PossessionGround.objects.on(on).filter(regime=regime).order_by("pk")


def arrears_levels(regime: str, on: date) -> "QuerySet[ArrearsLevel]":
    return ArrearsLevel.objects.on(on).filter(regime=regime).order_by("order")


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
