"""Young people leaving care."""

from datetime import date

from cms.content.bodies import BECOME, CORAM_VOICE, SHELTER
from cms.content.shape import Advice, bullets, details, h2, note, numbered, p, text, warning

PAGE = Advice(
    slug="leaving-care",
    title="If you have been in care",
    who_for="For anyone from 16 to 25 who has been in care, and for their personal advisers.",
    summary="If you were in care, more help is yours by right. Tell us, and we will go through it with you.",
    first_step=(
        p("<b>Call your personal adviser together with us.</b> Our number is [[council-telephone]].")
        + bullets(
            "Do not leave where you live before we talk.",
            "Bring anyone you trust.",
            "You need no papers. Just tell us that you were in care.",
        )
    ),
    body=(
        text(
            h2("If you are 16 or 17"),
            p(
                "Children’s services come first. We go there with you, the same day if you need it. They must "
                "look at what you need and what you want."
            ),
            p("You can have an advocate. That is someone who speaks up for you and is not part of the council."),
            p(
                "If you are a care leaver of 16 or 17, Universal Credit has no rent part. Children’s services pay "
                "instead."
            ),
            h2("If you are 18 to 25"),
            bullets(
                "You can have a personal adviser until you are 25. Ask children’s services if you do not know who it "
                "is.",
                "Your plan for leaving care should start before you are 18.",
                "Tell us that you were in care. It can change what we must do for you.",
            ),
            h2("How you lost your home"),
            p(
                "There is a new rule for care leavers under 25 whom children’s services must still help. A council may "
                "not say that they became homeless on purpose."
            ),
            p(
                "It is about when we decide, and about which help you had in care. Ask us if it covers you. You do not "
                "have to be afraid to tell us what happened."
            ),
            h2("Where you can ask"),
            p(
                "While children’s services have leaving-care duties to you, you have a link with their area. "
                "If they are a county, you have a link with each district in it."
            ),
            p(
                "You may have a link somewhere else too. It counts if you were placed there for two years, and "
                "some of that was before you were 16. That lasts until you are 21."
            ),
            h2("Help with rent"),
            p(
                "Until you are 25 you can get help with rent for a home with one bedroom. After that it is usually "
                "for a room in a shared home until you are 35. There are exceptions, so ask us."
            ),
            p('The figures for our area are on <a href="page:benefits">benefits and your rent</a>.'),
        ),
        warning(
            "",
            p(
                "If you have nowhere safe to sleep tonight, call [[council-telephone-any-hour]] at any hour. "
                "Say that you were in care."
            ),
        ),
        details(
            "You are a personal adviser",
            p(
                "Call us as soon as a move is planned or a home is at risk. We plan together, in one meeting, with the "
                "young person there."
            ),
        ),
        note(
            "Nobody has to do this alone.", p("You can ask for the same officer each time. Tell us what works for you.")
        ),
    ),
    next_steps=numbered(
        "Call your personal adviser with us.",
        "Stay where you are until we have talked, if it is safe.",
        "Tell us what you want: where, with whom, with which help.",
        "Ask for your plan in writing.",
    ),
    contacts=(BECOME, CORAM_VOICE, SHELTER),
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 2, 21),
    sources=(
        "Housing Act 1996, sections 191 and 199",
        "Children Act 1989, as changed by the Children's Wellbeing and Schools Act 2026",
        "Universal Credit Regulations 2013, Schedule 4",
    ),
    other_words="care leaver, foster, social worker, personal adviser",
)
