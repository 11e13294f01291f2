"""The front door, the list of advice and the page for those who refer someone."""

from datetime import date

from cms.content.shape import Home, Index, Standard, bullets, h2, p, text

HOME = Home(
    title="Help with renting a home",
    summary="Worried about your home, letting one out, or helping someone else? Start here.",
    since=date(2026, 11, 21),
    help_words="A notice, rent you owe, repairs, or nowhere to stay. Free advice for anyone who lives in our area.",
    landlord_words="Let your home with our help, or talk to us about a tenant before it becomes a problem.",
    referral_words="For people whose job brings them to someone who may lose their home.",
)

ADVICE = Index(
    slug="advice",
    title="Help with your home",
    summary="Choose what is closest to your trouble. Not sure? Call us and tell us in your own words.",
    since=date(2026, 11, 21),
)

REFERRALS = Standard(
    slug="refer-someone",
    title="Refer someone to us",
    summary="If you work with someone who is homeless or may become homeless, tell us early. It gives us time to help.",
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 5, 21),
    body=(
        text(
            h2("Before you refer"),
            bullets(
                "Ask the person if they agree. They must agree to the referral and to what you tell us.",
                "Ask which council they want help from. It does not have to be us.",
                "Ask how we can safely contact them, and when. Ask if it is safe to leave a message.",
            ),
            p("No papers are needed. Do not wait until you have them."),
            h2("How to refer"),
            p(
                "Call us on [[council-telephone]]. Tell us who the person is, how to reach them safely, and why "
                "they may lose their home."
            ),
            p("If they have nowhere to stay tonight, call now and stay with them while they talk to us."),
            h2("If you work for a public body"),
            p(
                "Many public bodies have a legal duty to refer. They include prisons, probation, hospitals, jobcentres "
                "and social services. The duty is in section 213B of the Housing Act 1996."
            ),
            p("Anyone else may refer too. You do not have to be sure that the person is homeless."),
            h2("What happens next"),
            p("We contact the person in the way they chose. We tell you what came of it only if they agreed to that."),
        ),
    ),
)
