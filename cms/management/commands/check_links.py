from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms import links
from cms.rules.links import Kind


class Command(BaseCommand):
    help = "Say which links of the published pages lead nowhere. Fails when one does."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--outside", action="store_true", help="also ask each other site if its page is there")

    def handle(self, *args: Any, **options: Any) -> None:
        told = list(links.check(outside=links.try_outside if options["outside"] else None))
        broken = [one for one in told if one.trouble]
        outside = sorted({one.link.target for one in told if one.link.kind is Kind.OUTSIDE})
        for one in broken:
            self.stdout.write(f"“{one.page.title}”: the link to {one.link.target} {one.trouble}.")
        if outside and not options["outside"]:
            self.stdout.write("Links to other sites, not tried (--outside tries them):")
            self.stdout.writelines(f"  {address}" for address in outside)
        pages = len({one.page.pk for one in told})
        self.stdout.write(f"{len(told)} links on {pages} pages: {len(broken) or 'none'} broken.")
        if broken:
            raise CommandError("Some links lead nowhere.")
