"""The letters of a reference say what kind of record it is."""

from collections import Counter

from django.apps import apps

from core.references.models import Record

PREFIXES = {model.KIND: model.PREFIX for model in apps.get_models() if issubclass(model, Record)}


def test_no_two_kinds_of_record_share_a_prefix():
    assert len(PREFIXES) > 20
    assert [prefix for prefix, count in Counter(PREFIXES.values()).items() if count > 1] == []


def test_a_prefix_is_two_capital_letters():
    assert [
        prefix for prefix in PREFIXES.values() if not (len(prefix) == 2 and prefix.isalpha() and prefix.isupper())
    ] == []
