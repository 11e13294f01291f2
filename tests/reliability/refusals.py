"""Looks at files in a process of its own, as a form does, and prints the MiB that it took."""

import os
import resource
import sys
from pathlib import Path

import django
from django.core.files import File


def main(folder: Path) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    from core.documents.rules.kinds import EVIDENCE
    from core.documents.services import inspection
    from core.errors import DomainError

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            try:
                inspection.inspect(File(file, name=path.name), kind=EVIDENCE, field="file")
            except DomainError:
                continue
            raise AssertionError(f"{path.name} is taken")
    print(f"{(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024:.0f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
