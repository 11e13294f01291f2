"""What we change in Wagtail's page editor."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from cms.views import editor, reports


@hooks.register("construct_homepage_panels")
def show_review_dates(_request: HttpRequest, panels: list[Any]) -> None:
    panels.append(editor.ReviewPanel())


@hooks.register("before_edit_page")
def warn_of_review(request: HttpRequest, page: Page) -> None:
    if request.method == "GET":
        editor.warn_of_review(request, page)
        editor.warn_of_faults(request, editor.newest(page))


@hooks.register("before_bulk_action")
def publish_only_what_is_ready(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    if action_type != "publish" or not objects or not isinstance(objects[0], Page):
        return None
    pages = list(objects)
    if action.cleaned_form.cleaned_data["include_descendants"]:
        pages += [below for page in objects for below in page.get_descendants().not_live()]
    return editor.refuse_unready(request, pages, action.next_url)


@hooks.register("construct_page_action_menu")
def ask_for_a_second_look(menu_items: list[ActionMenuItem], _request: HttpRequest, _context: dict) -> None:
    """Asking a second editor, or answering one, is the button; publishing alone is one of the further choices."""
    menu_items.sort(key=lambda item: item.name not in ("approve", "action-submit"))


@hooks.register("register_admin_urls")
def review_dates_address() -> list[URLPattern]:
    return [
        path("reports/review-dates/", reports.ReviewDates.as_view(), name="cms_editor_review_dates"),
        path(
            "reports/review-dates/results/",
            reports.ReviewDates.as_view(results_only=True),
            name="cms_editor_review_dates_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def review_dates_menu_line() -> MenuItem:
    return MenuItem("Review dates", reverse("cms_editor_review_dates"), icon_name="calendar-check", order=700)
