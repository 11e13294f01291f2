from core.rulebook.models.dated import DatedRow
from core.rulebook.models.law import (
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
