"""Finding a private home."""

from datetime import date

from cms.content.bodies import CITIZENS_ADVICE, SHELTER
from cms.content.shape import Advice, bullets, details, h2, lead, note, numbered, p, text

PAGE = Advice(
    slug="finding-a-home",
    title="Finding a private home",
    who_for="For people looking for a home to rent, with our help or without.",
    summary="What you can be asked to pay, what nobody may ask of you, and what to check before you say yes.",
    first_step=(
        p("<b>Work out what you can pay each month.</b> We can do it with you. Call [[council-telephone]].")
        + p(
            "Do you want our deposit guarantee (bond)? Then do not sign or give notice before we have checked the home."
        )
    ),
    body=(
        text(
            h2("What you can be asked to pay"),
            bullets(
                "The advert must give one rent. Nobody may ask for more, or take more if you offer it.",
                "Before you sign: only a holding deposit, of one week’s rent at most.",
                "After you sign: usually one month’s rent, and a deposit of up to [[deposit-weeks]] weeks’ rent.",
            ),
            p(
                "If the rent is [[deposit-high-rent]] a year or more, the deposit can be up to [[deposit-weeks-high]] "
                "weeks’ rent. If we arrange the home, the first payments can differ. We tell you before you sign."
            ),
            h2("What nobody may do"),
            p(
                "A landlord or agent may not turn you down, or put you off, because you have children or get benefits. "
                "They may not leave you out of viewings for it either."
            ),
            p("If it happens, keep the advert or the message and tell us."),
            h2("What your tenancy is like"),
            bullets(
                "You get the terms in writing first. Read them, or read them with us.",
                "It rolls on from month to month. It has no end date.",
                "To leave, you give two months’ notice. It can be less if your landlord agrees in writing, and so does "
                "each person who rents with you.",
                "You can ask to keep a pet. Your landlord must answer in time, and give a reason if it is no.",
            ),
            h2("Check the home"),
            bullets(
                "Ask to see the gas safety record, the electrical report and the energy certificate.",
                "Test the alarms, the heating, the hot water and the windows. Look and smell for damp.",
                "See it before you pay anything. Never send money for a home that you have not seen.",
            ),
        ),
        lead("help-with-rent"),
        lead("homes"),
        details(
            "You have been told to leave where you live now",
            p(
                "Do not leave or give notice yet. Read "
                '<a href="page:notice-from-your-landlord">what to do about a notice</a> and call us.'
            ),
        ),
        note(
            "It can take a while.",
            p(
                "There are more people than homes, and we have to be honest about that. Keep looking yourself while we "
                "look too. Tell us about any home that you could pay for."
            ),
        ),
    ),
    next_steps=numbered(
        "Work out what you can pay, with your Local Housing Allowance.",
        "Look, and ask us to look with you.",
        "See the home and its certificates.",
        "Call us before you sign, if you want our guarantee.",
        'Read about <a href="page:deposits">deposits and our guarantee</a>.',
    ),
    contacts=(SHELTER, CITIZENS_ADVICE),
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 5, 21),
    sources=(
        "Renters' Rights Act 2025, sections 8, 9, 20, 21 and 56, and Part 1 chapter 3",
        "Tenant Fees Act 2019, Schedule 1",
    ),
    other_words="looking for a flat, private rent, move, viewing",
)
