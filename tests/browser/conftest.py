from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visit import Visit

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail("Chromium is missing: run make browser, which installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, live_server) -> Iterator[Visit]:
    """A person at a desk: `visit("/address/")` opens a page and looks it over."""
    with chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}) as context:
        yield Visit(context.new_page(), live_server.url)


@pytest.fixture
def narrow_visit(chromium: Browser, live_server) -> Iterator[Visit]:
    """A person with the smallest telephone, 320 px wide."""
    with chromium.new_context(base_url=live_server.url, viewport={"width": 320, "height": 640}) as context:
        yield Visit(context.new_page(), live_server.url)


@pytest.fixture
def plain_visit(chromium: Browser, live_server) -> Iterator[Visit]:
    """A person whose browser runs no JavaScript. Axe needs it, so such a page is not looked over."""
    with chromium.new_context(base_url=live_server.url, java_script_enabled=False) as context:
        yield Visit(context.new_page(), live_server.url, scripts=False)
