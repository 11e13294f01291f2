"""Opening pages in Chromium and looking each one over."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import ConsoleMessage, Page, Response

from core.accounts.models import User
from tests.web.client import sign_in

# Upstream sets aria-expanded on a radio that opens a field, which ARIA does not list for radios.
# Screen readers read it, and upstream keeps it after testing with them.
UPSTREAMS_OWN = ("aria-allowed-attr", ".govuk-radios__input")


class Visit:
    """One person's browser window. Every page opened through it is checked by `look_over`."""

    def __init__(self, page: Page, home: str, *, scripts: bool = True) -> None:
        self.page = page
        self.home = home
        self.scripts = scripts
        self.said: list[str] = []
        page.on("console", self._hear)

    def __call__(self, address: str, *, axe: bool = True) -> Response:
        response = self.page.goto(address)
        assert response is not None
        if self.scripts:
            self.look_over(axe=axe)
        return response

    def sign_in(self, user: User) -> None:
        """As this person from now on, with everything that they need to sign in."""
        self.bring(sign_in(Client(), user))

    def bring(self, client: Client) -> None:
        """Go on where another browser stopped: with its session."""
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        host = urlsplit(self.home).hostname or ""
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "domain": host, "path": "/"}]
        )

    def look_over(self, *, axe: bool = True) -> None:
        """No violation that axe finds, nothing wider than the window, nothing refused by the content policy."""
        self.page.wait_for_load_state("networkidle")
        assert not axe or self.violations() == []
        wider = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{self.page.url} is {wider} px wider than the window"
        assert self.said == []

    def violations(self) -> list[str]:
        found = []
        for violation in Axe().run(self.page).response["violations"]:
            for node in violation["nodes"]:
                rule, selector = UPSTREAMS_OWN
                if violation["id"] != rule or self.page.locator(f"{node['target'][0]}{selector}").count() == 0:
                    found.append(f"{violation['id']}: {node['html']}")
        return found

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.said.append(message.text)
