"""The editor's small HTML in our dress."""

from hypothesis import given
from hypothesis import strategies as st

from cms.rules import prose


def test_each_element_wears_its_class() -> None:
    html = '<p data-block-key="ab1">One <b>two</b></p><ul><li>three</li></ul><a href="/x/">four</a>'
    assert prose.dress(html, prose.Anchors()) == (
        '<p class="govuk-body">One <b>two</b></p>'
        '<ul class="govuk-list govuk-list--bullet"><li>three</li></ul><a class="govuk-link" href="/x/">four</a>'
    )


def test_a_heading_gets_an_anchor_that_the_contents_point_at() -> None:
    html = "<h2>If you owe rent &amp; more</h2><p>x</p><h3>Small</h3>"
    assert 'id="if-you-owe-rent-more"' in prose.dress(html, prose.Anchors())
    assert prose.headings(html, prose.Anchors()) == [prose.Heading("if-you-owe-rent-more", "If you owe rent & more")]


def test_a_heading_without_letters_still_has_an_anchor() -> None:
    assert prose.anchor("…?") == "section"


def test_figures_are_named_and_filled() -> None:
    text = "<p>At least [[notice-to-sell]], not [[a b]] or [[]].</p>"
    assert prose.names(text) == ["notice-to-sell"]
    assert prose.fill(text, {"notice-to-sell": "4 months"}) == "<p>At least 4 months, not [[a b]] or [[]].</p>"


@given(st.text(alphabet=st.characters(exclude_characters="<>&"), max_size=200))
def test_words_without_tags_stay_as_they_are(words: str) -> None:
    assert prose.dress(words, prose.Anchors()) == words


@given(st.lists(st.sampled_from(["p", "h2", "h3", "ul", "ol", "li", "a", "b"]), max_size=8))
def test_dressing_opens_and_closes_nothing(elements: list[str]) -> None:
    html = "".join(f"<{name}>x</{name}>" for name in elements)
    assert prose.plain(prose.dress(html, prose.Anchors())) == prose.plain(html)
    assert prose.dress(html, prose.Anchors()).count("<") == html.count("<")


def test_no_two_headings_of_a_page_have_one_address_and_none_has_the_template_s() -> None:
    anchors = prose.Anchors()
    parts = ["<h2>Your deposit</h2>", "<h2>What to do next</h2><h2>Your deposit</h2>", "<h2>Your deposit 2</h2>"]
    found = [heading.anchor for part in parts for heading in prose.headings(part, anchors)]
    assert found == ["your-deposit", "what-to-do-next-2", "your-deposit-2", "your-deposit-2-2"]
    assert not prose.OF_THE_TEMPLATE.intersection(found)
    again = prose.Anchors()
    dressed = "".join(prose.dress(part, again) for part in parts)
    assert [f'id="{anchor}"' in dressed for anchor in found] == [True] * 4
