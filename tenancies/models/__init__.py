from tenancies.models.check_in import CheckIn
from tenancies.models.notice import TenancyNotice
from tenancies.models.rent import RentEntry
from tenancies.models.report import ProblemReport
from tenancies.models.report_parts import AgreedAction, ContactAttempt, NoticeIntention, ReportMessage
from tenancies.models.tenancy import Tenancy

__all__ = [
    "AgreedAction",
    "CheckIn",
    "ContactAttempt",
    "NoticeIntention",
    "ProblemReport",
    "RentEntry",
    "ReportMessage",
    "Tenancy",
    "TenancyNotice",
]
