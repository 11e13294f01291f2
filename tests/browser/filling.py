"""Answering forms in Chromium by the names of their fields, with the mouse or by keyboard alone."""

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Locator

from tests.browser.visit import Visit


def fill(visit: Visit, answers: Mapping[str, Any], *, keyboard: bool = False) -> None:
    """Answer the form on the page: text is typed, one of several is chosen, a list is ticked, files are attached."""
    for name, answer in answers.items():
        for one in answer if isinstance(answer, list) and not is_file(answer[0]) else [answer]:
            give(visit, name, one, keyboard=keyboard)


def give(visit: Visit, name: str, answer: Any, *, keyboard: bool) -> None:
    box = visit.page.locator(f'main [name="{name}"]')
    kind = box.first.evaluate("each => each.type")
    if kind in ("radio", "checkbox"):
        choice = visit.page.locator(f'main [name="{name}"][value="{answer}"]')
        choice.press("Space") if keyboard else choice.check()
        assert choice.is_checked(), (name, answer)
    elif kind == "file":
        files = answer if isinstance(answer, list) else [answer]
        box.first.set_input_files([as_upload(file) for file in files])
    elif kind.startswith("select"):
        box.select_option(answer)
    elif keyboard:
        box.focus()
        visit.page.keyboard.type(answer)
    else:
        box.fill(answer)


def is_file(answer: Any) -> bool:
    return isinstance(answer, SimpleUploadedFile)


def as_upload(file: SimpleUploadedFile) -> dict[str, Any]:
    return {"name": file.name, "mimeType": file.content_type, "buffer": file.read()}


def send(visit: Visit, *, keyboard: bool = False) -> None:
    """Press the form's own button, and look over the page that follows."""
    button: Locator = visit.page.locator("main form button[type=submit]").first
    before = visit.page.url
    button.press("Enter") if keyboard else button.click()
    visit.page.wait_for_url(lambda address: address != before)
    if visit.scripts:
        visit.look_over()
