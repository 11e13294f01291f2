"""Deposits and our bond."""

from datetime import date

from cms.content.bodies import CITIZENS_ADVICE, SHELTER
from cms.content.shape import Advice, bullets, details, h2, h3, numbered, p, text

PAGE = Advice(
    slug="deposits",
    title="Deposits and our guarantee (bond)",
    who_for="For people who rent with our deposit guarantee, and their landlords.",
    summary="What a deposit is, what our guarantee is, what you may have to pay back, and your say in it.",
    first_step=(
        p("<b>Take a photo of each room on the day you move in.</b> Do the same on the day you leave. Keep the photos.")
        + p("We make the list of what is in the home (the inventory) with you at the start. It protects you.")
    ),
    body=(
        text(
            h2("A deposit that you pay"),
            bullets(
                "It is at most [[deposit-weeks]] weeks’ rent, or [[deposit-weeks-high]] if the rent is "
                "[[deposit-high-rent]] a year or more.",
                "Your landlord must protect it in a deposit scheme and tell you how, within 30 days.",
                "If they do not, a court can make them pay you one to three times the deposit.",
            ),
            h2("Our deposit guarantee (bond)"),
            p(
                "It is a promise from the council to the landlord, instead of a cash deposit. No money is held, so "
                "nothing goes into a deposit scheme."
            ),
            p(
                "It covers [[guarantee-covers]]. The most it pays is [[guarantee-weeks]] weeks’ rent, and never more "
                "than [[guarantee-cap]]. It lasts [[guarantee-months]] from the start of your tenancy. Your own "
                "guarantee says what is true for your home."
            ),
            p("Sometimes we pay a cash deposit. Then the landlord must protect it, and tell us as well as you."),
            h2("If your landlord makes a claim"),
            bullets(
                "We tell you at once and send you what the landlord said.",
                "You get [[claim-comment-days]] working days to say what you think and to send photos.",
                "If you say nothing, that does not mean that you agree.",
                "We look at the inventory, the photos and the bills. Normal wear does not count as damage.",
                "We tell you what we decided and why. You can ask for a review by someone senior who was not involved.",
            ),
            h2("What you may have to pay back"),
            p(
                "If we pay the landlord, you may have to pay us back. There is no interest and there are no fees. You "
                "pay in parts that you can afford, normally within [[payback-months]]."
            ),
            h3("What you do not pay back"),
            bullets(
                "damage done by someone who abused you",
                "rent that was late because Universal Credit was late",
            ),
            p("If a manager ever decides otherwise, they must tell you why."),
        ),
        details(
            "You cannot pay what you agreed",
            p("Call us before the payment is due. We look at it again with you and change the plan."),
        ),
    ),
    next_steps=numbered(
        "Take photos of each room when you move in and when you leave.",
        "Keep the inventory.",
        "Tell us within a few days of leaving, with your new address if it is safe to.",
        "Answer when we ask about a claim.",
        "Ask for a review if you think we got it wrong.",
    ),
    contacts=(SHELTER, CITIZENS_ADVICE),
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 5, 21),
    sources=(
        "Tenant Fees Act 2019, Schedule 1",
        "Housing Act 2004, sections 212 to 215",
        "The terms of our guarantee scheme",
    ),
    other_words="bond scheme, bond, guarantor, claim, inventory",
)
