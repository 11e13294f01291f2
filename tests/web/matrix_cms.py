from tests.web.matrix import EVERYONE, Expect

NOTICE = {
    "letting": "private",
    "paper": "form_3a",
    "grounds": ["8", "unknown"],
    "other_grounds": "4A",
    "rent": "900",
    "frequency": "monthly",
    "arrears": "2700",
    "only_unpaid_award": "680",
    "deposit": "held",
    "information_given": "yes",
    **{f"served_on-{part}": value for part, value in (("day", "2"), ("month", "11"), ("year", "2026"))},
    **{f"specified_on-{part}": value for part, value in (("day", "2"), ("month", "3"), ("year", "2027"))},
    **{f"tenancy_began_on-{part}": value for part, value in (("day", "3"), ("month", "11"), ("year", "2025"))},
}

RENT_HELP = {"area": "NORTH_WEST_KENT", "age": "30", "couple": "no", "girls": "3", "boys": "5"}
LEFT_OVER = {
    "age": "30",
    "couple": "no",
    "children": "2",
    "rent": "995",
    "often": "monthly",
    "area": "NORTH_WEST_KENT",
    "size": "C",
    "in_london": "no",
}
ONLY_ANSWERS = "it only answers a question: nothing is done"

ROWS = {
    "cms_public_feed": Expect(EVERYONE),
    "cms_public_notice": Expect(EVERYONE, sends=lambda cast: {"reader": "tenant", **NOTICE}, post=200),
    "cms_public_rent_help": Expect(EVERYONE, sends=lambda cast: dict(RENT_HELP), post=200, again=ONLY_ANSWERS),
    "cms_public_left_over": Expect(EVERYONE, sends=lambda cast: dict(LEFT_OVER), post=200, again=ONLY_ANSWERS),
    "cms_public_picture": Expect(EVERYONE, get=404, kwargs=lambda cast: {"name": "nothing.jpg"}),
    "cms_public_robots": Expect(EVERYONE),
    "cms_public_search": Expect(EVERYONE),
    "cms_public_sitemap": Expect(EVERYONE),
    "wagtail_serve": Expect(EVERYONE, path="/"),
}
