"""Article 3 of the Homelessness (Suitability of Accommodation) (England) Order 2012: 13 rows, and when they bind."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lettings.rules.offer import Basis


class Answer(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    NOT_CHECKED = "not_checked"
    NOT_APPLICABLE = "not_applicable"


ANSWER_LABELS = {
    Answer.PASS: "Pass",
    Answer.FAIL: "Fail",
    Answer.NOT_CHECKED: "Not checked",
    Answer.NOT_APPLICABLE: "Does not apply",
}


@dataclass(frozen=True)
class Binding:
    """Whether article 3 binds this offer, and why."""

    binds: bool
    because: str


def binding(basis: Basis, *, secured_by_council: bool, priority_need: bool) -> Binding:
    """Article 3 binds main-duty private offers, final offers, and any private home that the council secures
    for a household in priority need in prevention or relief (Homelessness Reduction Act 2017 s12)."""
    if basis is Basis.MAIN_DUTY_PRIVATE:
        return Binding(True, "It is a private rented sector offer under the main duty.")
    if basis is Basis.FINAL_RELIEF:
        return Binding(True, "It is a final accommodation offer.")
    if not secured_by_council:
        return Binding(False, "They found the home themselves and we only help with it. Reasonable checks stay.")
    if priority_need:
        return Binding(True, "We secure this private home for a household in priority need.")
    return Binding(
        False, "They are not in priority need. The checks are good practice; leaving one out needs a reason."
    )


@dataclass(frozen=True)
class Row:
    """One row answered. `not_applicable_allowed` comes from the Order and the facts of the home."""

    ref: str
    answer: Answer
    not_applicable_allowed: bool = False
    note: str = ""


@dataclass(frozen=True)
class Block:
    ref: str
    words: str


ROW_LABELS = {
    "a": "The home is in reasonable physical condition",
    "b": "Electrical equipment supplied with it is safe",
    "c": "Reasonable fire safety precautions are taken",
    "d": "Reasonable precautions against carbon monoxide are taken",
    "e_i": "The landlord: no offence of fraud, violence, drugs or a sexual offence that bars them",
    "e_ii": "The landlord: no unlawful discrimination in business",
    "e_iii": "The landlord: no breach of housing law",
    "e_iv": "The landlord: managed in line with any approved code for shared houses",
    "f": "A mandatory licence for a shared house (HMO), where one is needed",
    "g": "An additional licence for a shared house (HMO), where one is needed",
    "h": "A valid energy performance certificate",
    "i": "A current gas safety record",
    "j": "A written tenancy agreement, given to us and adequate",
}
ALL_REFS = ("a", "b", "c", "d", "e_i", "e_ii", "e_iii", "e_iv", "f", "g", "h", "i", "j")


def blocks(rows: Mapping[str, Row], bound: Binding, override_reason: str = "") -> list[Block]:
    """What stands against signing that the home is suitable; empty when it may be signed.

    Where article 3 binds nobody can override. Elsewhere a written reason stands in for a missing pass.
    A row that may never be "does not apply" blocks in every case when so marked.
    """
    found: list[Block] = []
    for ref in ALL_REFS:
        row = rows.get(ref, Row(ref, Answer.NOT_CHECKED))
        if row.answer is Answer.NOT_APPLICABLE:
            if not row.not_applicable_allowed:
                found.append(Block(ref, "This row cannot be marked “does not apply” for this home."))
            continue
        if row.answer is Answer.PASS or (not bound.binds and override_reason):
            continue
        found.append(Block(ref, "This row failed." if row.answer is Answer.FAIL else "This row is not checked yet."))
    return found
