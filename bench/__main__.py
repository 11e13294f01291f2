"""Measure and print. Every goal is a ratio to a baseline of the same run, so a slow machine changes nothing."""

import os

import django

import tests.mode  # noqa: F401  puts the environment right before anything reads the settings
from bench import baselines


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    with baselines.serving() as bare:
        compare(bare)


def compare(bare: baselines.Bare) -> None:
    print("\nServer CPU for one request\n")
    for name in baselines.ADDRESSES:
        print(f"{name:<28}{bare.cost(name):8.2f} ms")
    django.setup()
    from bench import matching, pdf, product, steps

    timing = matching.measure()
    print(f"\nShortlist of one home over {timing.households:,} households: {timing.columns * 1_000:.1f} ms")
    longer = timing.loop / timing.columns
    print(f"The same rules in a plain loop: {timing.loop * 1_000:.1f} ms, {longer:.0f} times as long")
    print(f"Certificate as a tagged PDF: {pdf.measure():.1f} ms")

    print(f"\n{'':<32}{'CPU':>8}   {'times':>6} {'goal':>6}   beside{'':<16} queries at 25 / 2,500 rows\n")
    for figure in product.measure(bare):
        page = figure.page
        verdict = "" if figure.times <= page.most and figure.few == figure.many else "   MISSED"
        print(
            f"{page.name:<32}{figure.cost:8.2f} ms{figure.times:7.2f} {page.most:6.1f}   {page.beside:<22}"
            f" {figure.few} / {figure.many}{verdict}",
            flush=True,
        )

    print("\nSeconds of each step of a first `make run`\n")
    for line in steps.measure():
        print(line, flush=True)
    print(f"\nThe bare list right after: {bare.cost('bare list'):.2f} ms")


if __name__ == "__main__":
    main()
