"""The list of news, and the first of it."""

from datetime import date

from cms.content.shape import Index, News, bullets, h2, p, text

INDEX = Index(
    slug="news",
    title="News",
    summary="What is new in renting and letting here.",
    since=date(2026, 11, 21),
)

NEW_LAW = News(
    slug="renting-has-changed",
    title="Renting has changed: what it means for you",
    summary="New rules for private renting began on 1 May 2026. Here is the short of it, and where to read more.",
    since=date(2026, 11, 21),
    body=(
        text(
            h2("If you rent"),
            bullets(
                "Your landlord needs a reason to ask for the home back. "
                '<a href="page:notice-from-your-landlord">Read what a notice means</a>.',
                'Your rent can go up once in 52 weeks, with a notice. <a href="page:rent-increase">Read how</a>.',
                "A landlord may not turn you down because you have children or get benefits. "
                '<a href="page:finding-a-home">Read what else to know</a> when you look for a home.',
            ),
            h2("If you let a home"),
            p(
                "Call us before you serve notice, or when rent is late. We may be able to put it right. "
                '<a href="page:for-landlords">Read what we offer</a>.'
            ),
        ),
    ),
)

ALL: tuple[News, ...] = (NEW_LAW,)
