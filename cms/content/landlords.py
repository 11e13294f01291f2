"""What we offer landlords."""

from datetime import date

from cms.content.shape import Standard, bullets, details, h2, lead, note, numbered, p, table, text

PAGE = Standard(
    slug="for-landlords",
    title="Let your home with us",
    summary="We know people who need a home and can keep one. We help you let to them, and stay in touch afterwards.",
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 2, 21),
    body=(
        text(
            h2("What we can offer"),
            bullets(
                "A named officer, whom you can call or meet before, during and after the tenancy.",
                "Someone to show the home to. We put people forward for whom it is the right size and whose rent we "
                "have checked. You choose whom to let to.",
                "No fees. We do not charge you or your tenant.",
                "Help when rent is late or something goes wrong. Call us before you serve notice. We say below how "
                "soon you hear from us.",
                "A deposit guarantee (bond), if the home and the tenancy fit our scheme.",
            ),
            h2("The deposit guarantee (bond)"),
            p(
                "A deposit guarantee is a written promise from the council, instead of a cash deposit. If rent is "
                "unpaid or the home is damaged beyond fair wear, you can make a claim, up to the limit in your "
                "guarantee."
            ),
        ),
        table(
            "Our deposit guarantee today",
            ("What", "How much"),
            ("It covers", "[[guarantee-covers]]"),
            ("Up to", "[[guarantee-weeks]] weeks’ rent, and never more than [[guarantee-cap]]"),
            ("It lasts", "[[guarantee-months]] from the start of the tenancy"),
            ("You can claim until", "[[guarantee-claim-days]] days after the tenancy ends"),
            ("We decide on your request in", "[[guarantee-decision-days]]"),
        ),
        text(
            p(
                "You apply before the tenancy starts. An officer checks the home and the terms, and another officer "
                "decides. Your own guarantee says what it covers, how much and for how long."
            ),
            h2("How soon we answer"),
            p("We do not guess these. They come from our own records of the last 13 weeks, each time you look."),
        ),
        table(
            "How soon landlords heard from us",
            ("What you send us", "When you hear from us"),
            ("Your registration", "[[answer-registration]]"),
            ("A home and its papers", "[[answer-home]]"),
            ("A request for a guarantee", "[[answer-guarantee]]"),
            ("A problem in a tenancy, to our first contact", "[[answer-problem]]"),
        ),
        table(
            "How soon we aim to make contact when you tell us of a problem",
            ("How urgent it is", "First contact"),
            ("Urgent: notice was given, or someone is in danger", "[[contact-red]]"),
            ("Serious: you think of giving notice, or a lot of rent is owed", "[[contact-amber]]"),
            ("Anything else", "[[contact-green]]"),
        ),
        text(
            p("If we are late, a manager is told. You can ring us to ask why."),
            h2("What we ask of you"),
            bullets(
                "A home that is safe, dry and warm.",
                "A gas safety record, if there is gas. An electrical report. An energy certificate rated E or better.",
                "A smoke alarm on each floor with living space. A carbon monoxide alarm where the law asks for one.",
                "A licence, if your home needs one.",
                "One rent, which we can show. Nobody may ask for more or take more.",
                "A fair look at each person. The law does not let you refuse people because they have children or get "
                "benefits.",
            ),
            p("Not all ready yet? Sign up all the same. Add papers later; we will tell you what is missing."),
        ),
        details(
            "You gave a tenant notice because you wanted to sell or move in",
            p(
                "After such a notice (ground 1 or 1A) the law does not let you rent the home out, or put it up for "
                "rent. That lasts until [[no-letting-after-sale]] after the date in the notice. We cannot list it "
                "until then."
            ),
        ),
        text(
            h2("What happens next"),
            numbered(
                "Sign up and tell us who you are.",
                "An officer checks your details and calls you.",
                "Add your home. We check the papers and visit.",
                "We put people forward and arrange a viewing. You decide.",
            ),
        ),
        lead("register"),
        text(p('Signed up already? <a href="/landlord/">Sign in</a>.')),
        note(
            "Thinking of giving notice?",
            p("Call us first on [[council-telephone]]. We may be able to put it right."),
            p('You can also <a href="/check-a-notice/">check a notice here</a> before you give it.'),
        ),
    ),
    other_words="let my property, rent out my home, guaranteed, tenant finder, bond scheme, incentive",
)
