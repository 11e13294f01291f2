"""The credits page: whose data and software this service is built on."""

from datetime import date

from cms.content.shape import Standard, h2, p, table, text

OPEN_GOVERNMENT_LICENCE = "Open Government Licence v3.0"

ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0: Local Housing Allowance "
    "rates, Valuation Office Agency and DWP. Contains OS data (c) Crown copyright and database right 2025. Contains "
    "Royal Mail data (c) Royal Mail copyright and database right 2025. Source: Office for National Statistics licensed "
    "under the Open Government Licence v.3.0."
)

PAGE = Standard(
    slug="credits",
    title="Credits and licences",
    summary="The data and software that this service is built on, and their licences.",
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 11, 21),
    body=(
        text(h2("Data"), p(ATTRIBUTION)),
        table(
            "Data we use",
            ("What", "Who publishes it", "Licence"),
            ("Local Housing Allowance rates", "Valuation Office Agency, DWP", OPEN_GOVERNMENT_LICENCE),
            ("Rents by area and size of home", "Valuation Office Agency", OPEN_GOVERNMENT_LICENCE),
            (
                "Postcodes and where they lie",
                "Office for National Statistics, Ordnance Survey",
                OPEN_GOVERNMENT_LICENCE,
            ),
            ("Councils and their areas", "Office for National Statistics", OPEN_GOVERNMENT_LICENCE),
            ("Bank holidays", "GOV.UK", OPEN_GOVERNMENT_LICENCE),
            ("Benefit amounts and labels for statistics", "DWP, MHCLG", OPEN_GOVERNMENT_LICENCE),
        ),
        text(
            p("The tables of grounds, certificates and checks are facts in our own words."),
            h2("Software"),
            p("This service is built on these works, among others."),
        ),
        table(
            "Software we use",
            ("What", "Licence"),
            ("GOV.UK Frontend, Government Digital Service", "MIT"),
            ("MOJ Frontend, Ministry of Justice", "MIT"),
            ("Django", "BSD 3-Clause"),
            ("Wagtail", "BSD 3-Clause"),
            ("django-allauth", "MIT"),
            ("ReportLab", "BSD 3-Clause"),
            ("Lato, the letters of our PDF papers, by Łukasz Dziedzic", "SIL Open Font License 1.1"),
        ),
        text(p("This is not a GOV.UK website. It uses the same patterns because they are well tested.")),
    ),
)
