from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.audit.selectors import verification


class Command(BaseCommand):
    help = "Check that no event was changed, lost or put in another order. Exits 1 with each finding."
    requires_migrations_checks = True

    def handle(self, *_args: Any, **_options: Any) -> None:
        report = verification.verify(key=settings.SEAL_KEY, head_file=settings.AUDIT_HEAD)
        for finding in report.findings:
            self.stdout.write(f"{finding.code}: {finding.words}")
        self.stdout.write(
            f"{report.events} events, {report.sealed} sealed, {report.unsealed} not sealed yet, "
            f"{report.removed} with values removed under retention."
        )
        if report.findings:
            raise CommandError(f"{len(report.findings)} things are wrong with the audit trail.", returncode=1)
        self.stdout.write("The audit trail is whole.")
