from typing import Any, ClassVar

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page

from cms.selectors import REVIEWED
from core import dates


class ReviewDates(PageReportView):
    """When each page was last checked and when it must be checked again, the most pressing first."""

    page_title = "Review dates"
    header_icon = "calendar-check"
    index_url_name = "cms_editor_review_dates"
    index_results_url_name = "cms_editor_review_dates_results"
    results_template_name = "cms/editor/review_dates.html"
    list_export: ClassVar[list[str]] = ["title", "last_checked", "review_by", "status_string"]
    export_headings: ClassVar[dict[str, str]] = {
        "title": "Page",
        "last_checked": "Last checked",
        "review_by": "Check again by",
        "status_string": "Status",
    }
    any_permission_required: ClassVar[list[str]] = ["add", "change", "publish"]

    def get_queryset(self) -> QuerySet[Page]:
        names = [model._meta.model_name for model in REVIEWED]
        dated = {
            column: Coalesce(*(F(f"{name}__{column}") for name in names)) for column in ("last_checked", "review_by")
        }
        return Page.objects.annotate(**dated).filter(review_by__isnull=False).order_by("review_by", "title")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(*args, **kwargs) | {"today": dates.today(timezone.now())}
