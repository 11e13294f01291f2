"""What people write is printed as they wrote it: no markup, no formula, no file and no address is followed."""

import socket
import threading
import time
from pathlib import Path

import pytest
from reportlab import rl_config

from core.documents import pdf
from core.documents.letter import (
    Bullets,
    Council,
    Facts,
    Heading,
    Letter,
    Notice,
    Paragraph,
    Signature,
    Table,
    from_json,
)
from tests.documents import tagged
from tests.documents.letters import LETTER, letter

SOURCES = Path(pdf.__file__).parent
MARKUP = [
    "<b>x</b>",
    "<b>x",
    "<img src=file:///etc/passwd>",
    "<img src=http://127.0.0.1:{port}/>",
    '<img src="http://127.0.0.1:{port}/a.png" width="10" height="10"/>',
    "<font color=\"[[[getattr(pow,Word('__globals__'))]]]\">x</font>",
    '<font color="[1,0,0]">x</font>',
    "<para><para>",
    "<a href='http://127.0.0.1:{port}'>x</a>",
    "a & b &amp; &#60;b&#62; &nbsp; ]]>",
    "(x) Tj ET EMC (y) \\) \\101 >> <<",
    "{{ 7|add:7 }} {% debug %} ${{7*7}}",
]


@pytest.fixture
def listener():
    """A door nobody may knock on: its port, and who did."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        knocks: list[object] = []
        server.settimeout(0.05)
        stop = threading.Event()

        def wait() -> None:
            while not stop.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                connection.close()
                knocks.append(address)

        thread = threading.Thread(target=wait)
        thread.start()
        yield server.getsockname()[1], knocks
        stop.set()
        thread.join()


def everywhere(text: str) -> Letter:
    """A letter with the text in every place that takes one."""
    return Letter(
        title=text,
        reference=text,
        date=LETTER.date,
        council=Council(text, (text,), text, text),
        recipient=(text, text),
        blocks=(
            Heading(text),
            Heading(text, 3),
            Paragraph(text),
            Bullets((text,)),
            Facts(((text, text),)),
            Table((text, text), ((text, text),), text, (1,)),
            Notice(text, text),
            Signature(text, text, (text,)),
        ),
    )


PLACES = 24


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_letter_by_letter_and_followed_nowhere(text, listener):
    port, knocks = listener
    text = text.format(port=port) if "{port}" in text else text
    reader = tagged.read(pdf.render(everywhere(text)))
    assert squeezed(tagged.tree(reader).words()).count(squeezed(text)) == PLACES
    assert reader.metadata.title == text
    time.sleep(0.1)
    assert knocks == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\0\x01\x1b[31m",
        "\ud800 half a character",
        "\u202eright to left\u202c",
        "zero\u200bwidth\ufeff",
        "😀👩‍👩‍👧‍👦",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
        "اختبار النص",
        "田中さんにあげて下さい",
        "a\r\nb\rc\n\n\nd\te",
        "\u00a0\u2028\u2029",
        "W" * 800,
        "x " * 800,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_strange_text_makes_a_pdf_that_opens(text):
    one = everywhere(text)
    stored = from_json(one.to_json())
    reader = tagged.read(pdf.render(stored))
    assert tagged.tree(reader).tag == "Document"
    assert [tagged.unmarked_painting(page) for page in reader.pages] == [[]] * len(reader.pages)


def test_what_is_stored_has_nothing_that_a_database_refuses():
    content = everywhere("a\0b\ud800c\x1b").to_json()
    assert content["title"] == "abc"
    assert content["blocks"][4]["rows"] == [["abc", "abc"]]


def test_hundreds_of_pages_are_laid_out_in_bounded_time():
    started = time.process_time()
    reader = tagged.read(pdf.render(letter(Paragraph("word " * 100_000), Paragraph("W" * 100_000))))
    assert time.process_time() - started < 20
    assert len(reader.pages) > 100


def test_the_library_may_fetch_nothing_even_if_it_tried():
    assert rl_config.trustedHosts == []
    assert rl_config.trustedSchemes == ["data"]


def test_the_library_s_own_markup_is_used_nowhere():
    sources = [path.read_text() for path in SOURCES.rglob("*.py")]
    assert len(sources) > 5
    for banned in ("platypus", "paraparser", "toColor(", "renderPM", "svglib", "rl2pdf"):
        assert not any(banned in source for source in sources)
