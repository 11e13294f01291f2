from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from core.documents import pdf
from core.documents.letter import Bullets, Facts, Heading, Notice, Paragraph, Table, from_json
from core.documents.pdf import fonts
from tests.documents import tagged
from tests.documents.letters import LETTER, letter


@pytest.fixture(scope="module")
def reader():
    return tagged.read(pdf.render(LETTER))


@pytest.fixture(scope="module")
def tree(reader):
    return tagged.tree(reader)


def test_it_says_that_it_is_tagged_in_which_language_and_by_which_title(reader):
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is not None
    assert str(root["/MarkInfo"]["/Marked"]).lower() == "true"
    assert root["/Lang"] == "en-GB"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"
    assert reader.metadata.title == LETTER.title
    assert reader.metadata.author == "Exampleton Borough Council"
    assert reader.xmp_metadata.dc_title == {"x-default": LETTER.title}
    assert reader.xmp_metadata.dc_language == ["en-GB"]


def test_its_fonts_are_embedded_and_say_which_letters_they_show(reader):
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]
            assert "/ToUnicode" in font.get_object()
            assert "Helvetica" not in font.get_object()["/BaseFont"]


def test_it_is_read_in_the_order_of_the_letter(tree):
    words = tree.words()
    expected = [
        "Exampleton Borough Council",
        "Ms Siân Ŵyn-Jones 14 Example Street Exampleton EX1 2XY",
        "Date: Saturday 21 November 2026",
        "Our reference: HH-2026-0012",
        "We have accepted a duty to help you keep your home",
        "Dear Ms Ŵyn-Jones",
        "What this means for you",
        "for 56 days",
        "• We will speak to your landlord.",
        "Your home now 14 Example Street",
        "Money coming in What How often A month Wages weekly £784.33",
        "Your right to a review Ask within 21 days",
        "1. Read your plan. 2. Keep a copy.",
        "Yours sincerely Priya Shah Housing officer 01632 960 014",
    ]
    places = [words.index(text) for text in expected]
    assert places == sorted(places)


def test_headings_go_down_one_level_at_a_time(tree):
    assert [(one.tag, one.text) for one in tree.all("H1", "H2", "H3")] == [
        ("H1", LETTER.title),
        ("H2", "What this means for you"),
        ("H3", "What you can afford"),
    ]


def test_lists_are_lists(tree):
    bullets, numbers = tree.all("L")
    assert bullets.attributes == {"O": "List", "ListNumbering": "Disc"}
    assert numbers.attributes == {"O": "List", "ListNumbering": "Decimal"}
    for listing in (bullets, numbers):
        assert [[part.tag for part in item.kids] for item in listing.kids] == [["Lbl", "LBody"]] * 2


def test_tables_name_their_rows_and_columns(tree):
    facts, money = tree.all("Table")
    assert [[(c.tag, c.attributes.get("Scope")) for c in row.kids] for row in facts.kids] == [
        [("TH", "Row"), ("TD", None)]
    ] * 2
    assert [kid.tag for kid in money.kids] == ["Caption", "TR", "TR", "TR"]
    assert [c.attributes["Scope"] for c in money.kids[1].kids] == ["Column"] * 3
    assert [(c.tag, c.text) for c in money.kids[2].kids] == [("TH", "Wages"), ("TD", "weekly"), ("TD", "£784.33")]


LONG = letter(
    *(Paragraph("We will write to you again. " * 12) for _ in range(12)),
    Notice("You have a right. " * 300, "Your right"),
    Table(("Number", "Words"), tuple((str(n), f"Row number {n}") for n in range(80)), "Eighty rows"),
    Facts((("A long answer", "It goes on and on. " * 500),)),
)


@pytest.mark.parametrize("one", [LETTER, LONG], ids=["short", "long"])
def test_everything_on_every_page_is_marked_as_content_or_as_decoration(one):
    reader = tagged.read(pdf.render(one))
    assert [tagged.unmarked_painting(page) for page in reader.pages] == [[]] * len(reader.pages)


@pytest.mark.parametrize("one", [LETTER, LONG], ids=["short", "long"])
def test_each_mark_leads_back_to_the_element_that_holds_it(one):
    reader = tagged.read(pdf.render(one))
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = {numbers[i]: numbers[i + 1].get_object() for i in range(0, len(numbers), 2)}
    for page in reader.pages:
        marks = sorted(mark for mark, _ in tagged.marked(page))
        held = parents[page["/StructParents"]]
        assert marks == list(range(len(held)))
        for mark in marks:
            kids = [kid.get_object() for kid in held[mark].get_object()["/K"]]
            pages = [kid.raw_get("/Pg").idnum for kid in kids if kid.get("/MCID") == mark]
            assert page.indirect_reference.idnum in pages
        assert page["/Tabs"] == "/S"


def test_a_long_letter_loses_nothing_over_its_pages_and_reads_no_page_numbers():
    reader = tagged.read(pdf.render(LONG))
    tree = tagged.tree(reader)
    assert len(reader.pages) > 6
    assert tree.words().count("We will write to you again.") == 144
    assert tree.words().count("You have a right.") == 300
    assert [row.kids[0].text for row in tree.all("Table")[0].all("TR")[1:]] == [str(n) for n in range(80)]
    assert tree.words().count("It goes on and on.") == 500
    assert "Page 2 of" not in tree.words()
    assert "Page 2 of" in reader.pages[1].extract_text()
    for page in reader.pages[4:6]:
        assert LETTER.reference in page.extract_text()


def test_nothing_is_drawn_outside_the_page():
    for one in (LETTER, LONG, letter(Paragraph("W" * 3000), Table(("W" * 400, "b"), (("c", "W" * 4000),)))):
        for page in tagged.read(pdf.render(one)).pages:
            places = []
            page.extract_text(visitor_text=lambda text, _c, tm, _f, _s, places=places: places.append((text, tm)))
            for text, matrix in places:
                if text.strip():
                    assert 50 <= matrix[4] <= 540
                    assert 30 <= matrix[5] <= 815


def test_the_same_letter_gives_the_same_bytes_whenever_it_is_made():
    assert pdf.render(LETTER) == pdf.render(from_json(LETTER.to_json()))
    assert pdf.render(LETTER) != pdf.render(replace(LETTER, reference="HH-2026-0013"))


def test_a_letter_survives_being_stored():
    assert from_json(LETTER.to_json()) == LETTER


def test_what_the_font_lacks_is_still_read_aloud():
    name = "شيماء 李"
    tree = tagged.tree(tagged.read(pdf.render(letter(Paragraph(f"Dear {name}")))))
    assert f"Dear {name}" in tree.words()


def test_the_letters_of_europe_are_in_both_fonts():
    fonts.register()
    for text in ("Ŵŵŷ", "ąćęłńóśźż", "čďěňřšťůž", "ăâîșț", "ğışç", "ЖДЁ", "ΩΣά", "£€½“”‘’–—…•²", "ệữ"):
        assert fonts.drawable(text) == text


def test_a_telephone_number_stays_on_one_line():
    fonts.register()
    lines = fonts.wrap("call us on 01632 960 001 " * 20, fonts.REGULAR, 12, 150)
    assert all(line.count("01632") == line.count("960 001") for line in lines)


def test_headings_and_tables_that_make_no_sense_are_refused():
    with pytest.raises(ValueError, match="level 2 or 3"):
        Heading("x", 1)
    with pytest.raises(ValueError, match="as many cells"):
        Table(("a", "b"), (("1",),))


def test_empty_blocks_make_no_empty_pages():
    one = letter(Facts(()), Bullets(()), Table(("a",), ()), Paragraph(""), Heading("End"))
    reader = tagged.read(pdf.render(one))
    assert len(reader.pages) == 1
    assert not tagged.tree(reader).all("L")


def test_letters_made_at_once_do_not_mix():
    letters = [replace(LETTER, reference=f"HH-2026-{number:04}", title=f"Letter Ŵ{number}") for number in range(12)]
    alone = [pdf.render(one) for one in letters]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(pdf.render, letters)) == alone
