from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry


class Command(BaseCommand):
    help = "Index the pages that ship, once: a migration plants them where no search has seen them."

    def handle(self, *args: Any, **options: Any) -> None:
        if not IndexEntry.objects.exists():
            call_command("update_index", verbosity=0, chunk_size=100)
        if not ReferenceIndex.objects.exists():
            call_command("rebuild_references_index", verbosity=0)
