from tenancies.models.report import ProblemReport
from tenancies.models.report_parts import AgreedAction, ContactAttempt, NoticeIntention, ReportMessage
from tenancies.models.tenancy import Tenancy

__all__ = ["AgreedAction", "ContactAttempt", "NoticeIntention", "ProblemReport", "ReportMessage", "Tenancy"]
