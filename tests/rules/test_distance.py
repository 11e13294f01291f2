import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.places.rules.distance import EARTH_RADIUS_KM, Points, kilometres, miles

points = st.builds(Points, st.floats(49.8, 55.9), st.floats(-6.5, 1.9))
anywhere = st.builds(Points, st.floats(-90, 90), st.floats(-180, 180))


def test_known_distances():
    london, paris = Points(51.5074, -0.1278), Points(48.8566, 2.3522)
    assert kilometres(london, paris) == pytest.approx(343.6, abs=0.3)
    assert kilometres(Points(51.0, 0.0), Points(52.0, 0.0)) == pytest.approx(111.195, abs=0.001)
    assert miles(Points(51.0, 0.0), Points(52.0, 0.0)) == pytest.approx(69.093, abs=0.001)
    assert kilometres(Points(0.0, 0.0), Points(0.0, 180.0)) == pytest.approx(math.pi * EARTH_RADIUS_KM)


@given(anywhere, anywhere)
def test_distance_is_the_same_both_ways_and_never_more_than_half_round(a, b):
    assert kilometres(a, b) == pytest.approx(kilometres(b, a), abs=1e-6)
    assert 0 <= kilometres(a, b) <= math.pi * EARTH_RADIUS_KM + 1e-6
    assert kilometres(a, a) == 0


@given(points, points, points)
def test_a_detour_is_never_shorter(a, b, c):
    assert kilometres(a, c) <= kilometres(a, b) + kilometres(b, c) + 1e-6


@given(points, points)
def test_the_law_of_cosines_agrees(a, b):
    lat_a, lon_a, lat_b, lon_b = (math.radians(x) for x in (a.lat, a.lon, b.lat, b.lon))
    cosine = math.sin(lat_a) * math.sin(lat_b) + math.cos(lat_a) * math.cos(lat_b) * math.cos(lon_b - lon_a)
    other = EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, cosine)))
    assert kilometres(a, b) == pytest.approx(other, abs=0.2, rel=1e-6)


@given(st.lists(points, min_size=1, max_size=20), points)
def test_many_at_once_are_the_same_as_one_by_one(many, home):
    lats, lons = (np.array([getattr(point, axis) for point in many]) for axis in ("lat", "lon"))
    at_once = miles(Points(lats, lons), home)
    assert isinstance(at_once, np.ndarray)
    assert at_once.tolist() == pytest.approx([miles(point, home) for point in many])
    assert isinstance(miles(many[0], home), float)
