"""Distance as the crow flies, one pair or many at once."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

EARTH_RADIUS_KM = 6371.0088
KM_A_MILE = 1.609344


class Located(Protocol):
    """Something with a latitude and a longitude in degrees: a number, or an array of them."""

    @property
    def lat(self) -> Any: ...

    @property
    def lon(self) -> Any: ...


@dataclass(frozen=True)
class Points:
    """One point, or many as two arrays of the same length."""

    lat: Any
    lon: Any


def kilometres(a: Located, b: Located) -> Any:
    """The great circle between two places, on a sphere (the ellipsoid differs by under 0.6 %).

    A float for two points; an array when either side is many.
    """
    lat_a, lon_a, lat_b, lon_b = (np.radians(value) for value in (a.lat, a.lon, b.lat, b.lon))
    half_chord = np.sin((lat_b - lat_a) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
    found = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half_chord, 0.0, 1.0)))
    return float(found) if np.ndim(found) == 0 else found


def miles(a: Located, b: Located) -> Any:
    """`kilometres` in statute miles."""
    return kilometres(a, b) / KM_A_MILE
