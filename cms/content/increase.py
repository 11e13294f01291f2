"""A rent increase."""

from datetime import date

from cms.content.bodies import CITIZENS_ADVICE, SHELTER, TRIBUNAL
from cms.content.shape import Advice, bullets, details, h2, lead, note, numbered, p, text

PAGE = Advice(
    slug="rent-increase",
    title="If your rent is going up",
    who_for="For private renters who have been told that the rent will go up.",
    summary=(
        "There are rules about how and when rent can go up. You can ask a tribunal to look at it, if you are quick."
    ),
    first_step=(
        p("<b>Find the day on which the new rent starts.</b> You can only ask the tribunal before that day.")
        + p("Keep paying the rent that you pay now. If you are not sure what to do, call us on [[council-telephone]].")
    ),
    body=(
        text(
            h2("How your rent can go up"),
            bullets(
                "Once in 52 weeks, and no more often.",
                "With a notice under section 13 of the Housing Act, on Form 4A.",
                "With at least two months between the notice and the new rent.",
            ),
            p("Words in your agreement that put the rent up each year no longer count."),
            p("If the form or the dates look wrong, this may be wrong. Let us check it with you."),
            h2("Ask the tribunal"),
            p(
                "The tribunal is like a court for rents. Its full name is the First-tier Tribunal (Property Chamber). "
                "It looks at what homes like yours cost."
            ),
            bullets(
                "It sets that rent or the rent your landlord asked for, whichever is lower. It is never more than your "
                "landlord asked for.",
                "The new rent starts on the day of its decision, or later. You do not pay it for the time before.",
                "If paying at once would be too hard, it can put the new rent off by up to two months.",
            ),
            p("We cannot say what it will decide."),
        ),
        lead("tell-us-early", "If you could not pay the new rent, tell us now. You need no papers and no account."),
        details(
            "You moved in less than six months ago",
            p("You can also ask the tribunal to look at the rent you started with. Call us before the six months end."),
        ),
        text(
            h2("See if your benefits cover it"),
            p(
                "Do you get help with rent from Universal Credit or Housing Benefit? There is a limit, called the "
                "Local Housing Allowance. It stays the same until [[lha-until]], even if your rent goes up."
            ),
            p('Look it up on <a href="page:benefits">benefits and your rent</a>. Then see how big the gap would be.'),
        ),
        lead("help-with-rent"),
        details(
            "You rent from a housing association or the council",
            p("Their rents go up in another way. Ask your landlord for the rules, or call us."),
        ),
        note(
            "You can talk to your landlord as well.",
            p(
                "Many landlords would rather keep a good tenant. Say what you can pay. "
                "Do not sign anything new before you have asked us."
            ),
        ),
    ),
    next_steps=numbered(
        "Check the form and the dates.",
        "Check your Local Housing Allowance and the gap.",
        "Ask the tribunal before the new rent starts, if you want it looked at.",
        "Talk to your landlord.",
        "Tell us if you cannot pay. Do not wait until you owe rent.",
    ),
    contacts=(TRIBUNAL, SHELTER, CITIZENS_ADVICE),
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 2, 21),
    sources=(
        "Housing Act 1988, sections 13 to 14ZB, as changed by the Renters' Rights Act 2025, sections 6 and 7",
        "SI 2025/5 and SI 2026/5 (the freeze of the Local Housing Allowance)",
    ),
    other_words="rent rise, section 13, tribunal, too expensive",
)
