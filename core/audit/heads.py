"""The last seal, kept in a file outside the database: without it, cutting off the tail would not show."""

import json
import os
from pathlib import Path

from core.audit.models import Seal
from core.audit.rules.chain import Finding, Head


class UnreadableHead(Exception):
    """The file is there and does not hold a head."""


def read(path: Path) -> Head | None:
    """The head, or None when none was written yet. Raises UnreadableHead."""
    try:
        found = json.loads(path.read_text())
        return Head(position=int(found["position"]), event_id=int(found["event_id"]), mac=str(found["mac"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableHead(f"{path.name} cannot be read: {error}") from error


def write(path: Path, head: Head) -> None:
    """Replace the file in one step, safe against a loss of power."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with draft.open("w") as file:
        json.dump({"position": head.position, "event_id": head.event_id, "mac": head.mac}, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def check(head: Head | None) -> Finding | None:
    """What is wrong between the head outside and the seals in the database, if anything."""
    if head is None:
        return None
    seal = Seal.objects.filter(position=head.position).first()
    if seal is None:
        last = Seal.objects.order_by("position").last()
        reach = f"ends at {last.position}" if last else "is empty"
        return Finding("truncated", f"The head outside says {head.position} seals; the chain in the database {reach}.")
    if (seal.event_id, seal.mac) != (head.event_id, head.mac):
        return Finding("rewritten", f"Seal {head.position} is not the one that the head outside remembers.")
    return None
