"""Rent arrears."""

from datetime import date

from cms.content.bodies import CITIZENS_ADVICE, MONEYHELPER, STEPCHANGE
from cms.content.shape import Advice, bullets, details, h2, lead, note, numbered, p, text, warning

PAGE = Advice(
    slug="rent-arrears",
    title="If you owe rent",
    who_for="For anyone who is behind with the rent, or may be soon.",
    summary="Owing rent is hard, and it can often be put right. The sooner you tell us, the more we can do.",
    first_step=(
        p(
            "<b>Tell us today.</b> Call [[council-telephone]]. We are not here to chase you. We want you to keep your "
            "home."
        )
        + bullets(
            "Pay what you can, even if it is not all of it.",
            "Tell your landlord in writing what happened and when you can pay.",
            "Do not borrow from someone who frightens you.",
        )
    ),
    body=(
        text(
            h2("What your landlord can do"),
            p(
                "Your landlord can give you a section 8 notice because of rent. It must give you at least "
                "[[notice-for-arrears]]. Then they have to ask a court."
            ),
            p(
                "The court must give the home back if you owe [[arrears-court-must-act]]. You must owe that much both "
                "on the day of the notice and on the day in court."
            ),
            p("Rent that is late only because Universal Credit has not paid you yet does not count towards this."),
            p(
                "If you owe less, the judge decides what is fair. So each payment helps. "
                '<a href="page:notice-from-your-landlord">What to do about a notice</a>.'
            ),
        ),
        warning(
            "",
            p(
                "Nobody may change your locks, take your things, or cut off your gas, electricity or water because you "
                "owe rent. That is a crime. Call us. If you are in danger, call 999."
            ),
        ),
        text(
            h2("If you get Universal Credit"),
            p(
                "Universal Credit can pay your rent straight to your landlord if you owe [[arrears-direct-payment]]. "
                "It can be sooner if paying is hard for you, for example because of debt, abuse or losing your home."
            ),
            p(
                "Ask for it in your journal. Our facts sheet for direct payment helps you to ask. It puts what "
                "Universal Credit wants to know on one page."
            ),
            p(
                "Call us on [[council-telephone]] or email [[council-email]], and we make the sheet with you. Do you "
                'rent through us? <a href="/resident/">Sign in</a> and you find it with your home.'
            ),
            h2("Help with the money"),
            bullets(
                "A Crisis and Resilience Fund Housing Payment may help with rent. You can ask if you get Housing "
                "Benefit, or if your Universal Credit has a housing part. [[fund-run-by]] runs the fund here. Call us, "
                "and we help you to ask.",
                "A debt adviser is free. They can talk to the people you owe, and help you pay in small steps.",
                'Check that you get all that you can. See <a href="page:benefits">benefits and your rent</a>.',
            ),
        ),
        lead("left-after-rent"),
        lead("tell-us-early", "It is not a debt letter. The sooner we know, the more we can do."),
        details(
            "Your landlord has asked you to sign something",
            p("Read it to us first. A plan that you cannot keep can make things worse. We can help you make one."),
        ),
        note(
            "Many people fall behind.",
            p(
                "Illness, fewer hours, a baby, a break-up: it happens fast. We may not be able to pay what you "
                "owe. We can help you to make a plan, and to talk to your landlord."
            ),
        ),
    ),
    next_steps=numbered(
        "Pay what you can today. Keep the proof.",
        "Write to your landlord. Say what you can pay and when.",
        "Call us, and tell us if a notice has come.",
        "Get the facts sheet for direct payment from us, if you get Universal Credit. Then ask in your journal.",
        "See a debt adviser if you owe other money as well.",
    ),
    contacts=(CITIZENS_ADVICE, STEPCHANGE, MONEYHELPER),
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 2, 21),
    sources=(
        "Housing Act 1988, Schedule 2, grounds 8, 10 and 11, as changed by the Renters' Rights Act 2025, Schedule 1",
        "Protection from Eviction Act 1977",
        "Government guidance on the Crisis and Resilience Fund, 13 January 2026",
    ),
    other_words="behind with rent, debt, cannot pay, late rent",
)
