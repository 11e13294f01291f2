"""Your housing plan."""

from datetime import date

from cms.content.bodies import CITIZENS_ADVICE, SHELTER
from cms.content.shape import Advice, bullets, details, h2, note, numbered, p, text

PAGE = Advice(
    slug="your-housing-plan",
    title="Your housing plan",
    who_for="For anyone who has asked us for help with losing their home, or with having none.",
    summary="A plan has steps for you and steps for us. It is yours: you can change it, question it and ask for more.",
    first_step=(
        p("<b>Read your plan. If you have not got one, ask us for it.</b> Call [[council-telephone]].")
        + p("Is a step too hard, or no longer right? Tell us before its date. We can change it.")
    ),
    body=(
        text(
            h2("What is in a plan"),
            bullets(
                "what happened to your home",
                "what home you need, and who lives with you",
                "what support you need",
                "the steps that you take",
                "the steps that we take",
            ),
            p("You need no papers to start. We write the plan with you. You get a copy."),
            p("If we cannot agree on a step, we write down why. You still get help."),
            h2("The plan can change"),
            p(
                "We look at it again with you. If something in it changes, we tell you in writing. If we tell you "
                "that a step no longer fits, it does not count against you that you did not do it."
            ),
            h2("How long we help"),
            p(
                "We help for at least [[days-of-help]] days from the day we know that you need it. "
                "It can end sooner only for a reason that the law allows. We write the reason down for you."
            ),
            h2("If you think our steps are wrong"),
            p(
                "You can ask for a review of the steps that we said we would take. You have 21 days, and the day we "
                "tell you is day one. We answer within three weeks."
            ),
            p('You do not have to say why. <a href="page:complaints">How to ask for a review</a>.'),
            h2("If a step is not done"),
            p(
                "Life gets in the way. Tell us what happened, and we look for another way. A missed step does not by "
                "itself end our help."
            ),
            p(
                "Only if someone refuses a step on purpose and without good reason may help to prevent or end "
                "homelessness stop. These things must happen first:"
            ),
            bullets(
                "we warn you in writing and say what could happen",
                "you have time to do the step",
                "another officer, at least as senior, agrees",
                "you are told why, and that you can ask for a review",
            ),
            p(
                "If help ends in this way, no smaller kind of help takes its place. That has been the law since "
                "1 May 2026. So talk to us before it comes to that."
            ),
        ),
        details(
            "You find it hard to read or to keep dates",
            p(
                "Tell us. We can read the plan to you, write it in another language, or call you before each date. "
                "You can bring someone to every meeting."
            ),
        ),
        note("It is a plan for both sides.", p("If we have not done one of our steps, ask us when we will.")),
    ),
    next_steps=numbered(
        "Read your plan, or ask us to read it to you.",
        "Tick what you have done.",
        "Tell us what has changed.",
        "Ask for a step that you want us to take.",
    ),
    contacts=(SHELTER, CITIZENS_ADVICE),
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 5, 21),
    sources=(
        "Housing Act 1996, sections 189A, 189B, 193B, 193C, 195 and 202",
        "Homelessness (Review Procedure etc.) Regulations 2018 (SI 2018/223)",
    ),
    other_words="personal housing plan, homeless assessment, review",
)
