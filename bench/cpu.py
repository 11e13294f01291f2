"""CPU time that the processes of a server have used."""

from pathlib import Path


def children(pid: int) -> list[int]:
    """The processes started by another, and theirs."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in map(int, (task / "children").read_text().split()):
            found += [child, *children(child)]
    return found


def spent(pids: list[int]) -> float:
    """Seconds on a processor so far, of every thread, to the nanosecond."""
    total = 0
    for pid in pids:
        for task in Path(f"/proc/{pid}/task").iterdir():
            total += int((task / "schedstat").read_text().split()[0])
    return total / 1e9
