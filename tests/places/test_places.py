from datetime import date

import pytest
from django.db import IntegrityError, transaction

from core.errors import DomainError
from core.places import selectors
from core.places.models import Authority, AuthorityBrma, Brma, ExactPostcode, Outcode
from core.places.rules.brma import Quality
from core.places.rules.distance import miles
from core.places.rules.postcode import parse
from core.places.selectors import Precision

pytestmark = pytest.mark.django_db
DARTFORD = "E07000107"


def test_a_postcode_that_we_hold_is_found_exactly():
    held = ExactPostcode.objects.filter(code__startswith="DA1 ").order_by("code").first()
    place = selectors.locate(parse(held.code))
    assert (place.lat, place.lon, place.precision) == (held.lat, held.lon, Precision.POSTCODE)
    assert (place.authority_code, place.authority_name) == (DARTFORD, "Dartford")
    assert "November 2025" in place.source


def test_elsewhere_the_sector_and_then_the_outcode_must_do():
    norwich = selectors.locate(parse("NR1 1AA"))
    assert (norwich.precision, norwich.authority_name) == (Precision.SECTOR, "Norwich")
    taken = {code for code in "0123456789" if selectors.Sector.objects.filter(code=f"NR1 {code}").exists()}
    spare = next(digit for digit in "0123456789" if digit not in taken)
    assert selectors.locate(parse(f"NR1 {spare}AA")).precision is Precision.OUTCODE


@pytest.mark.parametrize("elsewhere", ["EH1 1AA", "CF10 1AA", "BT1 1AA", "ZE1 0AA", "DA99 1AA"])
def test_a_postcode_that_england_does_not_have_is_an_error_on_the_field(elsewhere):
    with pytest.raises(DomainError) as caught:
        selectors.locate(parse(elsewhere))
    assert (caught.value.field, caught.value.code) == ("postcode", "postcode_unknown")
    assert elsewhere in caught.value.message


def test_the_sector_is_near_its_postcodes():
    for held in ExactPostcode.objects.filter(code__startswith="DA1 1")[:50]:
        sector = selectors.Sector.objects.get(code="DA1 1")
        assert miles(held, sector) < 2


def test_an_authority_s_areas_come_the_largest_first():
    assert [(area.brma_key, area.share) for area in selectors.brmas_of(DARTFORD)] == [("NORTH_WEST_KENT", 1.0)]
    several = selectors.brmas_of("E07000111")
    assert len(several) > 1
    assert [area.share for area in several] == sorted((area.share for area in several), reverse=True)
    assert selectors.brmas_of("E99999999") == []


def test_every_authority_has_areas_that_cover_it():
    codes = Authority.objects.values_list("code", flat=True)
    assert len(codes) == 296
    shares = dict.fromkeys(codes, 0.0)
    for code, share in AuthorityBrma.objects.values_list("authority__code", "share"):
        shares[code] += share
    assert all(0.99 < share < 1.01 for share in shares.values())


def test_an_area_is_suggested_with_its_quality_and_why():
    dartford = selectors.suggest_brma(parse("DA1 1AB"), DARTFORD)
    assert (dartford.brma_key, dartford.name) == ("NORTH_WEST_KENT", "North West Kent")
    assert dartford.quality is Quality.EXACT
    assert dartford.source.startswith("The whole authority")
    sevenoaks = selectors.suggest_brma(parse("TN16 1AA"), "E07000111")
    assert sevenoaks.brma_key in {area.brma_key for area in selectors.brmas_of("E07000111")}
    assert "TN16" in sevenoaks.source


def test_nothing_is_suggested_outside_the_authority_s_areas():
    assert selectors.suggest_brma(parse("NR1 1AA"), "E07000111") is None
    assert selectors.suggest_brma(parse("EH1 1AA"), "E07000111") is None
    assert selectors.suggest_brma(parse("NR1 1AA"), "E99999999") is None


def test_every_outcode_s_suggestion_for_its_authority_is_one_of_the_authority_s_areas():
    for outcode in Outcode.objects.select_related("authority").order_by("?")[:40]:
        code = outcode.authority.code
        likely = selectors.suggest_brma(parse(f"{outcode.code} 1AA"), code)
        assert likely is None or likely.brma_key in {area.brma_key for area in selectors.brmas_of(code)}


def test_an_area_has_a_name():
    assert selectors.brma_name("NORTH_WEST_KENT") == "North West Kent"
    with pytest.raises(DomainError) as caught:
        selectors.brma_name("ATLANTIS")
    assert caught.value.field == "brma"


def test_authorities_come_and_go():
    Authority.objects.filter(code=DARTFORD).update(ends_on=date(2028, 4, 1))

    def there(code: str, on: date) -> bool:
        return selectors.authorities(on).filter(code=code).exists()

    assert there(DARTFORD, date(2028, 3, 31))
    assert not there(DARTFORD, date(2028, 4, 1))
    assert not there("E08000038", date(2025, 3, 31))
    assert there("E08000038", date(2025, 4, 1))


def test_the_database_keeps_the_rules():
    dartford, kent = Authority.objects.get(code=DARTFORD), Brma.objects.get(key="NORTH_WEST_KENT")
    broken = [
        lambda: AuthorityBrma.objects.create(authority=dartford, brma=kent, share=0.5),
        lambda: AuthorityBrma.objects.filter(authority=dartford).update(share=1.5),
        lambda: Outcode.objects.filter(code="DA1").update(brma_quality="perfect"),
        lambda: Authority.objects.filter(code="E08000038").update(ends_on=date(2025, 4, 1)),
    ]
    for write in broken:
        with pytest.raises(IntegrityError), transaction.atomic():
            write()
