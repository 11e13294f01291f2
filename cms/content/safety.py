"""Domestic abuse: leaving safely. The title and the address say nothing of it to someone who looks over a shoulder."""

from datetime import date

from cms.content.bodies import DOMESTIC_ABUSE_HELPLINE, MENS_ADVICE_LINE, SHELTER
from cms.content.shape import Advice, bullets, details, h2, h3, note, numbered, p, text, warning

PAGE = Advice(
    slug="your-safety",
    title="Your safety at home",
    who_for="For anyone who is afraid of someone they live with, or used to live with.",
    summary="You can talk to us in private, today. You decide what happens next.",
    first_step=(
        p("<b>If you are in danger now, call 999.</b>")
        + p("If you can talk safely, call us on [[council-telephone]]. Tell us first if someone may be listening.")
        + p('<a href="#hide-that-you-were-here">Hide that you were here</a>')
    ),
    body=(
        text(
            h2("You do not have to stay"),
            p(
                "The law does not expect you to stay in a home where abuse is likely. Abuse is not only hitting. It "
                "can be threats, control, money, or being made to do what you do not want."
            ),
            p(
                "If you are homeless because of abuse, you are among the people whom the law puts first (priority "
                "need). You may ask any council in England for help. You need no link with its area."
            ),
            p("You cannot be sent back to a district where you are at risk of abuse."),
            p("You need no proof and no papers to ask us. We believe you, and we listen."),
            h2("Leave, or make your home safe"),
            p(
                "You can choose. Sometimes a home can be made safe so that you can stay, with new locks and alarms. "
                "We can look at both with you."
            ),
            p(
                "Leaving can be the most dangerous time. If you can, talk to someone who knows about this first. "
                "If you cannot, just go. You can get the rest later."
            ),
        ),
        warning(
            "Ask for advice before you end a tenancy",
            p(
                "If you rent together with the person you fear, one notice can end it for both of you. "
                "Do not give notice in a hurry. Call us first."
            ),
        ),
        text(
            h2("Money for two homes"),
            p(
                "If you have to leave but mean to go back, Universal Credit may pay for both homes for up to 12 "
                "months. Ask us."
            ),
            h2("What we do with what you tell us"),
            bullets(
                "Only the officers who help you, those who answer first, and managers can open it.",
                "We write down who opens it, and on which day.",
                "We never tell the person you fear that you came to us, or where you are.",
                "We hide your case from anyone who knows you or that person.",
                "We contact you only in the way, and at the times, that you say are safe.",
                "We leave no message, and send no letter or email, unless you say that we may.",
            ),
            p("If a child or an adult is in serious danger we may have to tell others. We talk to you about it first."),
            h2("Hide that you were here"),
            p(
                "Press the button “Leave this page quickly”, or the Shift key three times. It opens another website. "
                "It does not wipe what your browser remembers."
            ),
            h3("On your own phone or computer"),
            bullets(
                "Use a private window: look for “private” or “incognito” in your browser’s menu.",
                "Delete only this page from your history. An empty history can look odd.",
                "Do not bookmark or send this page.",
            ),
            h3("If you think someone watches your phone"),
            p(
                "Use one that they cannot reach: a friend’s, a library’s, your doctor’s. Some people check calls and "
                "where a phone is."
            ),
        ),
        details(
            "You have children",
            p(
                "They can come with you. Tell us how many and how old they are, and we plan for all of you. "
                "You do not need to sort out school first."
            ),
        ),
        details(
            "You have a pet",
            p("Tell us. Some places take pets, and some charities look after them for a while."),
        ),
        details(
            "You are worried about being allowed to stay in the UK",
            p("Talk to us anyway. We will go through what help there is. You can be helped to get legal advice."),
        ),
        note("It is not your fault.", p("Nobody has the right to make you afraid in your own home.")),
    ),
    next_steps=numbered(
        "Choose how we may contact you: by phone, at which times, or only in person.",
        "Talk to an adviser today, us or one of those below.",
        "Put together keys, cards, medicine and papers, only if it is safe.",
        "Tell us if anything changes. You can call [[council-telephone-any-hour]] at any hour.",
    ),
    contacts=(DOMESTIC_ABUSE_HELPLINE, MENS_ADVICE_LINE, SHELTER),
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 2, 21),
    sources=(
        "Housing Act 1996, sections 177, 189(1)(e) and 198",
        "Domestic Abuse Act 2021",
        "Universal Credit Regulations 2013, Schedule 3, paragraph 6",
    ),
    quick_exit=True,
    other_words=(
        "domestic abuse, domestic violence, violent, afraid of partner, scared, frightened, threatened, kill, hit, "
        "hits, hurt, beaten, choke, strangle, punch, refuge, sanctuary"
    ),
)
