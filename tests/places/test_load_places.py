import gzip
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from core.places import selectors
from core.places.models import Authority, Brma, ExactPostcode, Load, Outcode, OutcodeBrma, Sector
from core.places.rules.postcode import parse
from core.places.services import loading

pytestmark = pytest.mark.django_db
HEADING = "postcode,lat,lon,authority\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "norwich.csv"


def test_what_ships_is_loaded_whole():
    loads = {load.what: (load.rows, load.refused) for load in Load.objects.all()}
    assert loads == {
        "authorities.csv into authority": (296, 0),
        "brmas.csv into brma": (152, 0),
        "authority_brmas.csv into authoritybrma": (587, 0),
        "outcodes.csv into outcode": (2224, 0),
        "outcodes.csv into outcodebrma": (2711, 0),
        "sectors.csv.gz into sector": (9132, 0),
        "postcodes_kent.csv.gz into exactpostcode": (51821, 0),
    }
    for model, rows in {Authority: 296, Brma: 152, Outcode: 2224, OutcodeBrma: 2711, Sector: 9132}.items():
        assert model.objects.count() == rows


def test_files_that_did_not_change_are_passed_over(at: datetime):
    assert not any(report.fresh for report in loading.load(at=at))


def test_the_same_rows_again_change_nothing(at: datetime):
    before = set(Sector.objects.values_list("pk", "code", "lat", "lon", "authority_id"))
    Load.objects.filter(what="sectors.csv.gz into sector").delete()
    report = next(report for report in loading.load(at=at) if report.fresh)
    assert report.rows == 9132
    assert set(Sector.objects.values_list("pk", "code", "lat", "lon", "authority_id")) == before


def test_a_council_adds_its_own_postcodes(own: Path, at: datetime):
    own.write_text(f"{HEADING}NR1 1AA,52.62,1.30,E07000148\n")
    report = loading.load(at=at, postcodes=[own])[-1]
    assert (report.rows, report.refusals) == (1, [])
    assert selectors.locate(parse("NR1 1AA")).precision is selectors.Precision.POSTCODE
    own.write_text(f"{HEADING}NR1 1AA,52.63,1.31,E07000148\n")
    loading.load(at=at + timedelta(days=1), postcodes=[own])
    assert ExactPostcode.objects.get(code="NR1 1AA").lat == 52.63
    assert Load.objects.get(what="norwich.csv into exactpostcode").loaded_at == at + timedelta(days=1)


def test_each_row_that_is_refused_is_named_and_the_others_are_kept(own: Path, at: datetime):
    bad = [
        ("NR1 1A,52.62,1.30,E07000148", "'NR1 1A': Enter a full UK postcode"),
        (",52.62,1.30,E07000148", "postcode is empty"),
        ("NR1 1AB,fifty,1.30,E07000148", "lat 'fifty' is not a number"),
        ("NR1 1AB,nan,1.30,E07000148", "lat nan is not in England"),
        ("NR1 1AB,1.30,52.62,E07000148", "lat 1.30 is not in England"),
        ("NR1 1AB,52.62,1.30,E99999999", "we hold no authority E99999999"),
        ("NR1 1AB,52.62", "lon is empty"),
        ("nr11aa,52.62,1.30,E07000148", "it is in the file already"),
    ]
    own.write_text(HEADING + "NR1 1AA,52.62,1.30,E07000148\n" + "".join(f"{row}\n" for row, _ in bad))
    report = loading.load(at=at, postcodes=[own])[-1]
    assert [refusal.line for refusal in report.refusals] == list(range(3, 3 + len(bad)))
    for refusal, (_, reason) in zip(report.refusals, bad, strict=True):
        assert reason in refusal.reason
    assert report.rows == 1


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("authorities.csv", "code,name,region,county,starts_on,ends_on\nE1,A,B,,2026-02-30,\n", "'2026-02-30'"),
        ("authorities.csv", "code,name,region,county,starts_on,ends_on\nE1,A,B,,2026-02-01,2026-01-01\n", "not after"),
        ("brmas.csv", "key,name\nA,\n", "name is empty"),
        ("authority_brmas.csv", "authority,brma,share\nE07000107,ATLANTIS,1\n", "no area ATLANTIS"),
        ("authority_brmas.csv", "authority,brma,share\nE07000107,NORTH_WEST_KENT,1.5\n", "not between"),
        ("outcodes.csv", "outcode,lat,lon,authority,brma_quality,brmas\nDA1,51,0,E07000107,A,X\n", "not a share"),
        ("outcodes.csv", "outcode,lat,lon,authority,brma_quality,brmas\nDA1,51,0,E07000107,Z,X:1\n", "quality mark"),
        ("outcodes.csv", "outcode,lat,lon,authority,brma_quality,brmas\nKENT,51,0,E07000107,A,X:1\n", "an outcode"),
        ("sectors.csv.gz", "sector,lat,lon,authority\nDA11,51,0,E07000107\n", "not a sector"),
        ("sectors.csv.gz", "sector,lat,lon,authority\n1,51,0,E07000107\n", "not a sector"),
    ],
)
def test_every_file_refuses_what_it_cannot_take(tmp_path: Path, at: datetime, file: str, content: str, reason: str):
    for shipped in loading.DATA.glob("*.csv*"):
        (tmp_path / shipped.name).write_bytes(shipped.read_bytes())
    raw = content.encode()
    (tmp_path / file).write_bytes(gzip.compress(raw) if file.endswith(".gz") else raw)
    reports = [report for report in loading.load(at=at, folder=tmp_path) if report.fresh]
    assert reports
    assert all(reason in report.refusals[0].reason and report.rows == 0 for report in reports)


def test_the_command_says_what_it_did(own: Path):
    own.write_text(f"{HEADING}NR1 1AA,52.62,1.30,E07000148\nNR1,52.62,1.30,E07000148\n")
    out, err = StringIO(), StringIO()
    call_command("load_places", postcodes=[own], stdout=out, stderr=err)
    assert "brmas.csv into brma: loaded before" in out.getvalue()
    assert "norwich.csv into exactpostcode: 1 rows" in out.getvalue()
    assert "line 3 left out: 'NR1': Enter both halves" in err.getvalue()


def test_a_file_that_cannot_be_read_is_one_clear_line(tmp_path: Path):
    with pytest.raises(CommandError, match="could not be read"):
        call_command("load_places", postcodes=[tmp_path / "missing.csv"], stdout=StringIO())
    broken = tmp_path / "broken.csv.gz"
    broken.write_bytes(b"not gzip")
    with pytest.raises(CommandError, match="could not be read"):
        call_command("load_places", postcodes=[broken], stdout=StringIO())
