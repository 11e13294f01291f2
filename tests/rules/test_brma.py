import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.places.rules.brma import Likely, Quality, Share, suggest

KENT, LONDON, MEDWAY = (Share(key, share) for key, share in [("KENT", 0.7), ("LONDON", 0.2), ("MEDWAY", 0.1)])
EXACT, ESTIMATE, SPLIT = Quality


@pytest.mark.parametrize(
    ("authority", "outcode", "quality", "expected"),
    [
        ([KENT], [LONDON, KENT], SPLIT, Likely("KENT", EXACT, by_authority=True)),
        ([KENT], [], None, Likely("KENT", EXACT, by_authority=True)),
        ([KENT, LONDON], [KENT], EXACT, Likely("KENT", EXACT, by_authority=False)),
        ([KENT, LONDON], [KENT], ESTIMATE, Likely("KENT", ESTIMATE, by_authority=False)),
        ([KENT, LONDON], [KENT, LONDON], SPLIT, Likely("KENT", SPLIT, by_authority=False)),
        ([LONDON, MEDWAY], [KENT, MEDWAY], SPLIT, Likely("MEDWAY", ESTIMATE, by_authority=False)),
        ([LONDON, MEDWAY], [KENT], ESTIMATE, None),
        ([KENT, LONDON], [], None, None),
        ([], [KENT], EXACT, None),
    ],
)
def test_suggestions(authority, outcode, quality, expected):
    assert suggest(authority, outcode, quality) == expected


shares = st.lists(
    st.builds(Share, st.sampled_from("ABCDE"), st.floats(0, 1)), max_size=4, unique_by=lambda s: s.brma_key
)


@given(shares, shares, st.sampled_from(Quality))
def test_only_the_authority_s_own_areas_are_ever_suggested(authority, outcode, quality):
    likely = suggest(authority, outcode, quality)
    if likely is None:
        return
    assert likely.brma_key in {share.brma_key for share in authority}
    assert likely == suggest(authority[::-1], outcode[::-1], quality)
    if not likely.by_authority:
        chances = {share.brma_key: share.share for share in outcode}
        own = [chances[share.brma_key] for share in authority if share.brma_key in chances]
        assert chances[likely.brma_key] == max(own)


def test_every_quality_has_words():
    assert [quality.label for quality in Quality] == ["Certain", "Likely", "Uncertain: check it"]
