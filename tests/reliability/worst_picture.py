"""Re-encodes one picture in a process of its own, and prints the seconds and the MiB that it took."""

import resource
import sys
import time

from core.documents.services import pictures


def main(path: str, content_type: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    with open(path, "rb") as file:
        sizes = len(pictures.encode(file, content_type))
    seconds = time.process_time() - started
    mebibytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(sizes, f"{seconds:.2f}", f"{mebibytes:.0f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
