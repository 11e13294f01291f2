import logging

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max

from core.audit import heads
from core.audit.models import Event, Seal
from core.audit.rules import chain

log = logging.getLogger(__name__)

BATCH = 2000
LOOK_BACK = 10_000
"""Rows behind the newest sealed event in which a transaction that committed late is looked for."""
LOCK = 4_207_849_484_951


class ChainBroken(Exception):
    """The chain in the database does not reach the head kept outside: sealing on would hide it."""


def seal(*, look_back: int | None = LOOK_BACK) -> int:
    """Seal what is not sealed yet, in order, and write the head down outside the database.

    Only one sealer works at a time; another returns at once. How many events were sealed.
    Raises ChainBroken when the seals that the head remembers are gone.
    """
    sealed = 0
    while added := _seal_batch(look_back):
        sealed += added
        if added < BATCH:
            break
    if sealed:
        last = Seal.objects.latest("position")
        heads.write(settings.AUDIT_HEAD, chain.Head(last.position, last.event_id, last.mac))
        log.info("audit head: position %d, event %d, seal %s", last.position, last.event_id, last.mac)
    return sealed


@transaction.atomic
def _seal_batch(look_back: int | None) -> int:
    if not _only_sealer():
        return 0
    last = Seal.objects.order_by("position").last()
    if missing := heads.check(heads.read(settings.AUDIT_HEAD)):
        raise ChainBroken(missing.words)
    events = Event.objects.unsealed()
    if look_back is not None and last:
        newest = Seal.objects.aggregate(newest=Max("event_id"))["newest"]
        events = events.filter(pk__gt=newest - look_back)
    seals = []
    position, mac = (last.position, last.mac) if last else (0, chain.START)
    for event_id, digest in events.order_by("pk").values_list("pk", "digest")[:BATCH]:
        position += 1
        mac = chain.seal_of(settings.SEAL_KEY, previous=mac, position=position, event_id=event_id, digest=digest)
        seals.append(Seal(position=position, event_id=event_id, digest=digest, mac=mac))
    Seal.objects.bulk_create(seals)
    return len(seals)


def _only_sealer() -> bool:
    """SQLite has one writer at a time anyway; PostgreSQL gives the lock to one transaction."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])
