"""Reading the files of places into the database, again whenever a file has changed."""

import csv
import gzip
import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import models, transaction

from core.places.models import (
    Authority,
    AuthorityBrma,
    Brma,
    ExactPostcode,
    Load,
    Outcode,
    OutcodeBrma,
    Sector,
    Spot,
)
from core.places.rules import rows
from core.places.rules.rows import BadRow, Raw

DATA = Path(__file__).resolve().parent.parent / "data"
BATCH = 5000


@dataclass(frozen=True)
class Refusal:
    """A row that was left out: its line in the file, the heading being line 1, and why."""

    line: int
    reason: str


@dataclass
class Report:
    """What became of one file. `fresh` is False for one that was read before and has not changed."""

    what: str
    fresh: bool = True
    rows: int = 0
    refusals: list[Refusal] = field(default_factory=list)


@dataclass(frozen=True)
class Source:
    """A CSV file as text."""

    name: str
    digest: str
    text: str

    def rows(self) -> Iterator[tuple[int, Raw]]:
        reader = csv.DictReader(io.StringIO(self.text, newline=""))
        for row in reader:
            yield reader.line_num, {key: value for key, value in row.items() if isinstance(value, str)}


@dataclass(frozen=True)
class Step:
    """How the rows of a file become rows of a table: `make` yields them, `names` are the columns that name one."""

    model: type[models.Model]
    names: tuple[str, ...]
    make: Callable[[Raw], Iterator[models.Model]]


def read(path: Path) -> Source:
    """The content of a CSV file, plain or compressed (.gz). Raises OSError or UnicodeDecodeError."""
    raw = path.read_bytes()
    content = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return Source(path.name, hashlib.sha256(content).hexdigest(), content.decode("utf-8-sig"))


def load(*, at: datetime, folder: Path = DATA, postcodes: Sequence[Path] = ()) -> list[Report]:
    """Read every file that changed since it was last read. What was loaded before and left a file stays.

    `postcodes` are further files of whole postcodes: postcode, lat, lon, authority. A row that
    cannot be taken is left out and reported; the others are kept.
    """
    own = sorted(folder.glob("postcodes_*.csv.gz"))
    plan: list[tuple[Path, Callable[[], Step]]] = [
        (folder / "authorities.csv", _authorities),
        (folder / "brmas.csv", _brmas),
        (folder / "authority_brmas.csv", _authority_brmas),
        (folder / "outcodes.csv", _outcodes),
        (folder / "outcodes.csv", _outcode_brmas),
        (folder / "sectors.csv.gz", lambda: _spots(Sector, rows.sector)),
        *((path, lambda: _spots(ExactPostcode, rows.exact)) for path in (*own, *postcodes)),
    ]
    return [_carry_out(read(path), step, at) for path, step in plan]


def _carry_out(source: Source, plan: Callable[[], Step], at: datetime) -> Report:
    with transaction.atomic():
        step = plan()
        what = f"{source.name} into {step.model._meta.model_name}"
        if Load.objects.filter(what=what, digest=source.digest).exists():
            return Report(what, fresh=False)
        report = Report(what)
        found = _made(source, step, report)
        updated = [f.name for f in step.model._meta.concrete_fields if f.name not in (*step.names, "id")]
        step.model._default_manager.bulk_create(
            found.values(),
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=step.names,
            update_fields=updated,
        )
        report.rows = len(found)
        Load.objects.update_or_create(
            what=what,
            defaults={
                "digest": source.digest,
                "rows": report.rows,
                "refused": len(report.refusals),
                "loaded_at": at,
            },
        )
        return report


def _made(source: Source, step: Step, report: Report) -> dict[tuple[Any, ...], models.Model]:
    found: dict[tuple[Any, ...], models.Model] = {}
    attributes = [column.attname for column in step.model._meta.concrete_fields if column.name in step.names]
    for line, row in source.rows():
        try:
            for item in step.make(row):
                name = tuple(getattr(item, attribute) for attribute in attributes)
                if name in found:
                    raise BadRow("it is in the file already")
                found[name] = item
        except BadRow as error:
            report.refusals.append(Refusal(line, str(error)))
    return found


def _authorities() -> Step:
    return Step(Authority, ("code",), lambda row: iter([Authority(**vars(rows.authority(row)))]))


def _brmas() -> Step:
    return Step(Brma, ("key",), lambda row: iter([Brma(key=rows.text(row, "key"), name=rows.text(row, "name"))]))


def _authority_brmas() -> Step:
    authorities, brmas = _ids(Authority, "code"), _ids(Brma, "key")

    def make(row: Raw) -> Iterator[models.Model]:
        yield AuthorityBrma(
            authority_id=_known(authorities, rows.text(row, "authority"), "authority"),
            brma_id=_known(brmas, rows.text(row, "brma"), "area"),
            share=rows.share(rows.text(row, "share")),
        )

    return Step(AuthorityBrma, ("authority", "brma"), make)


def _outcodes() -> Step:
    authorities = _ids(Authority, "code")

    def make(row: Raw) -> Iterator[models.Model]:
        outcode = rows.outcode(row)
        yield Outcode(brma_quality=outcode.quality, **_columns(outcode.spot, authorities))

    return Step(Outcode, ("code",), make)


def _outcode_brmas() -> Step:
    outcodes, brmas = _ids(Outcode, "code"), _ids(Brma, "key")

    def make(row: Raw) -> Iterator[models.Model]:
        outcode = rows.outcode(row)
        for share in outcode.shares:
            yield OutcodeBrma(
                outcode_id=_known(outcodes, outcode.spot.name, "outcode"),
                brma_id=_known(brmas, share.brma_key, "area"),
                share=share.share,
            )

    return Step(OutcodeBrma, ("outcode", "brma"), make)


def _spots(model: type[Spot], parse: Callable[[Raw], rows.Spot]) -> Step:
    authorities = _ids(Authority, "code")

    def make(row: Raw) -> Iterator[models.Model]:
        yield model(**_columns(parse(row), authorities))

    return Step(model, ("code",), make)


def _columns(spot: rows.Spot, authorities: Mapping[str, int]) -> dict[str, Any]:
    authority_id = _known(authorities, spot.authority, "authority")
    return {"code": spot.name, "lat": spot.lat, "lon": spot.lon, "authority_id": authority_id}


def _ids(model: type[models.Model], column: str) -> dict[str, int]:
    return dict(model._default_manager.values_list(column, "pk"))


def _known(ids: Mapping[str, int], name: str, what: str) -> int:
    if name not in ids:
        raise BadRow(f"we hold no {what} {name}")
    return ids[name]
