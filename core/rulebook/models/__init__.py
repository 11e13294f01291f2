from core.rulebook.models.dated import DatedRow
from core.rulebook.models.law import (
    ArrearsLevel,
    CertificatePeriod,
    LettabilityCheck,
    PolicySetting,
    PossessionGround,
    ReferralBody,
    StatisticsLabel,
    SuitabilityTest,
)
from core.rulebook.models.money import BenefitAmount, DepositCap, LhaRate, SharedRateException

__all__ = [
    "TABLES",
    "ArrearsLevel",
    "BenefitAmount",
    "CertificatePeriod",
    "DatedRow",
    "DepositCap",
    "LettabilityCheck",
    "LhaRate",
    "PolicySetting",
    "PossessionGround",
    "ReferralBody",
    "SharedRateException",
    "StatisticsLabel",
    "SuitabilityTest",
]

TABLES: dict[str, type[DatedRow]] = {
    "lha_rates": LhaRate,
    "shared_rate_exceptions": SharedRateException,
    "benefit_amounts": BenefitAmount,
    "possession_grounds": PossessionGround,
    "arrears_levels": ArrearsLevel,
    "deposit_caps": DepositCap,
    "certificate_periods": CertificatePeriod,
    "suitability_tests": SuitabilityTest,
    "lettability_checks": LettabilityCheck,
    "statistics_labels": StatisticsLabel,
    "referral_bodies": ReferralBody,
    "policy_settings": PolicySetting,
}
