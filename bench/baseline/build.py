"""Fill the baseline's database: 5,000 rows with owners and notes, and one page of 18 blocks."""

from datetime import timedelta

import django

ROWS = 5000
STATES = ("open", "waiting", "checked", "closed")


def main() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    fill_rows()
    add_page()


def fill_rows() -> None:
    from bench.baseline.models import Note, Owner, Row
    from bench.baseline.views import DAY

    owners = Owner.objects.bulk_create([Owner(name=f"Owner {n}") for n in range(50)])
    rows = [
        Row(
            reference=f"RW-2026-{n:04d}",
            name=f"Row number {n}",
            state=STATES[n % 4],
            owner=owners[n % 50],
            pence=n * 100,
            due_on=DAY + timedelta(days=n % 200 - 100),
        )
        for n in range(ROWS)
    ]
    Row.objects.bulk_create(rows)
    Note.objects.bulk_create([Note(row=row, text="A short note about a row.") for row in rows[:500]])


def add_page() -> None:
    from wagtail.models import Page, Site

    from bench.baseline.models import BarePage

    root = Page.get_first_root_node()
    text = "<p>Some words with a <b>strong</b> one, as an editor writes them for people to read.</p>"
    links = [root.add_child(instance=BarePage(title=f"Linked page {n}", slug=f"linked-{n}")) for n in range(3)]
    blocks = [("heading", "A heading"), ("text", text)] * 7 + [("text", text)] + [("link", link) for link in links]
    page = root.add_child(instance=BarePage(title="A page of eighteen blocks", slug="page", body=blocks))
    Site.objects.update(root_page=page, hostname="127.0.0.1")


if __name__ == "__main__":
    django.setup()
    main()
