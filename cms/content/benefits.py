"""Benefits and Local Housing Allowance."""

from datetime import date

from cms.content.bodies import CITIZENS_ADVICE, MONEYHELPER
from cms.content.shape import Advice, bullets, details, h2, lead, numbered, p, table, text

PAGE = Advice(
    slug="benefits",
    title="Benefits and your rent",
    who_for="For renters who get Universal Credit or Housing Benefit, or may need to.",
    summary="How much help with rent you can get here, and what can make it less.",
    first_step=(
        p("<b>Before you move or sign, ask us to work it out with you.</b> Call [[council-telephone]].")
        + p(
            "If your rent has changed, tell the people who pay your benefit now. For Universal Credit, use your "
            "journal."
        )
    ),
    body=(
        text(
            h2("How much help you can get"),
            p(
                "There is a limit to the rent that benefits cover. It is called the Local Housing Allowance. It "
                "depends on where you live, and on how many bedrooms the rules allow you. The most is four."
            ),
        ),
        table(
            "The most that Universal Credit pays for rent a month in [[lha-area]]",
            ("Home", "Most a month"),
            ("A room in a shared home", "[[lha-shared]]"),
            ("One bedroom", "[[lha-one]]"),
            ("Two bedrooms", "[[lha-two]]"),
            ("Three bedrooms", "[[lha-three]]"),
            ("Four bedrooms", "[[lha-four]]"),
        ),
        lead("help-with-rent", "Answer plain questions and see your own figure, with the rule behind each line."),
        lead("left-after-rent"),
        text(
            p("Some streets here belong to another area, with other figures. Ask us if you are not sure."),
            p("If your rent is lower than the figure, you get your rent. Other income can make it less."),
            p("Is your rent weekly? Universal Credit takes the weekly rent, times 52, divided by 12."),
            h2("If you are under 35 and live alone"),
            p(
                "Then you usually get the figure for a room in a shared home. Many people get the one-bedroom figure "
                "instead. Tell us if one of these is you:"
            ),
            bullets(
                "you were in care and are under 25",
                "you had to leave because of domestic abuse, or were a victim of modern slavery",
                "you spent three months or more in a hostel for homeless people, with help to settle",
                "you get certain disability benefits",
            ),
            p("There are more. You do not have to prove it to us before we talk."),
            h2("The benefit cap"),
            p("There is a limit to the benefits that a home can get in all. Outside London it is:"),
            bullets(
                "[[benefit-cap-family]] a month for a couple, or if you have children",
                "[[benefit-cap-single]] a month if you are single",
            ),
            p(
                "It does not count for many disabled people and carers. It does not count either if you earn "
                "[[benefit-cap-earnings]] or more a month after tax. That is about 16 hours a week at [[living-wage]] "
                "an hour."
            ),
            p("If you are moving, ask about the cap first. A bigger home can leave you with less to live on."),
            h2("What has changed"),
            bullets(
                "The two-child limit ended on 6 April 2026. Each child counts now.",
                "Discretionary Housing Payments ended on 31 March 2026.",
            ),
            h2("If there is a gap"),
            p(
                "You can ask for a Crisis and Resilience Fund Housing Payment. You need to get Housing Benefit, or the "
                "housing part of Universal Credit. We cannot say how much it will be, or that it will be yes."
            ),
            p("[[fund-run-by]] runs the fund here. Call us, and we help you to ask."),
            p("If the answer is no, you can ask the council to look again. You cannot appeal to a tribunal."),
        ),
        details(
            "You do not live in the area of the table",
            p("The table is for most of our district. Each area of England has its own figures."),
        ),
    ),
    next_steps=numbered(
        'Use the <a href="/calculators/help-with-rent/">calculator</a> to find your own figure.',
        "Take it from your rent. What is left is yours to pay.",
        "Call us about the gap, the cap, or the rule for people under 35.",
        "Tell the people who pay your benefit when your rent or your family changes.",
    ),
    contacts=(CITIZENS_ADVICE, MONEYHELPER),
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 2, 21),
    sources=(
        "Universal Credit Regulations 2013, Part 7 and Schedule 4",
        "Local Housing Allowance rates: Valuation Office Agency and DWP",
        "Government guidance on the Crisis and Resilience Fund, 13 January 2026",
    ),
    other_words="LHA, local housing allowance, universal credit, housing benefit, benefit cap, bedroom",
)
