"""What we change in Wagtail's page editor."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from cms.views import editor


@hooks.register("construct_homepage_panels")
def show_review_dates(request: HttpRequest, panels: list[Any]) -> None:  # noqa: ARG001
    panels.append(editor.ReviewPanel())


@hooks.register("before_edit_page")
def warn_of_review(request: HttpRequest, page: Page) -> None:
    editor.warn_of_review(request, page)


@hooks.register("construct_page_action_menu")
def ask_for_a_second_look(menu_items: list[ActionMenuItem], request: HttpRequest, context: dict) -> None:  # noqa: ARG001
    """Asking a second editor, or answering one, is the button; publishing alone is one of the further choices."""
    menu_items.sort(key=lambda item: item.name not in ("approve", "action-submit"))
