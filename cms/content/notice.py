"""A notice from your landlord."""

from datetime import date

from cms.content.bodies import CITIZENS_ADVICE, SHELTER
from cms.content.shape import Advice, bullets, details, h2, lead, note, numbered, p, table, text, warning

PAGE = Advice(
    slug="notice-from-your-landlord",
    title="A notice from your landlord",
    who_for="For private renters who have a notice, or have been told that one is coming.",
    summary="A notice does not mean you must leave straight away. Find out what it means and how we can help.",
    first_step=(
        p(
            "<b>Talk to us before you do anything else.</b> Call [[council-telephone]]. "
            "We will read the notice with you."
        )
        + p("Until we have talked:")
        + bullets(
            "do not move out",
            "do not tell your landlord that you will leave",
            "keep paying your rent if you can",
        )
        + p("You do not need any papers to ask us for help.")
    ),
    body=(
        text(
            h2("What the date means"),
            p(
                "You do not have to be out by the date in the notice. It is the first day that your landlord can ask "
                "a court for the home back."
            ),
            p("Only a court order can make you leave, and only court bailiffs can carry it out."),
            p(
                "This does not mean it is best to wait. The sooner we talk, the more we can do. We may be able to help "
                "you stay, or help you look for another home in good time."
            ),
        ),
        warning(
            "",
            p(
                "If your landlord changes the locks, takes your things, or cuts off your gas, electricity or water to "
                "make you go, that is a crime. Call us. If you are in danger, call 999."
            ),
        ),
        text(
            h2("Check what kind of notice you have"),
            p(
                "A private landlord now has to use a <b>section 8 notice</b>. It must give a reason. "
                "The law calls the reason a ground, and each ground has a number."
            ),
            p(
                "Since 1 May 2026 a private landlord cannot give you a new <b>section 21 notice</b>. An older one only "
                "counts if your landlord asked the court for the home by 31 July 2026. If you have one, call us today."
            ),
            p("Has your landlord only told you to go, or sent you a message? It may not count as a notice. Ask us."),
            p('You can <a href="/check-a-notice/">check your notice here</a>. It looks at the date and the reasons.'),
            h2("How long the notice must be"),
            p("The time depends on the reason. You count from the day you were given the notice."),
        ),
        table(
            "The least time a section 8 notice can give a private renter",
            ("Why your landlord wants the home", "Least time"),
            ("They want to sell it (ground 1A)", "[[notice-to-sell]]"),
            ("They or their close family want to live in it (ground 1)", "[[notice-to-move-in]]"),
            ("They plan big building work (ground 6)", "[[notice-for-works]]"),
            ("You owe rent (grounds 8, 10 and 11)", "[[notice-for-arrears]]"),
            ("You broke a rule of the tenancy (ground 12)", "[[notice-for-breach]]"),
            ("Trouble with neighbours, or a crime (grounds 7A and 14)", "[[notice-for-behaviour]] (see below)"),
        ),
        text(
            p("There are other reasons too. We can tell you what yours means."),
            p(
                "If the notice gives more than one reason, the longest time counts. But if it names ground 7A or 14, "
                "the date can be the same day, whatever else it says."
            ),
            p(
                "Even then you do not have to go that day. A court order for ground 7A or 14 alone cannot start until "
                "14 days after the day you were given the notice."
            ),
            p(
                "Is the time too short, or is no reason given? This may be wrong. Let us check it before you answer "
                "your landlord."
            ),
            h2("If your landlord wants to sell or move in"),
            bullets(
                "You must have lived there for a while. On the date in the notice, your tenancy must be at least "
                "[[least-tenancy-to-sell]] old.",
                "Close family means a partner, parent, grandparent, brother, sister, child or grandchild.",
                "After such a notice the home may not be let or put up for rent again. That lasts until "
                "[[no-letting-after-sale]] after the date in the notice.",
            ),
            p("If you see your home put up for rent after a notice like this, tell us."),
            h2("If you owe rent"),
            p(
                "Some grounds say the court must give the home back if your landlord proves them. One of these is "
                "owing [[arrears-court-must-act]]. You must owe it both on the day of the notice and on the day in "
                "court."
            ),
            p(
                "Rent that is late only because Universal Credit has not paid you yet does not count towards this. "
                "With the other rent grounds the judge decides what is fair."
            ),
            p("So each payment you make can help. Pay what you can and tell us early."),
            h2("Your deposit"),
            p(
                "Did you pay a deposit? Your landlord must protect it in a deposit scheme and tell you how. "
                "If they did not, the court usually cannot order you to leave until they put that right. "
                "This does not help with grounds 7A and 14."
            ),
            h2("When we must help you"),
            p(
                "Is the date in the notice within [[days-of-help]] days? Then the law says we must help you keep your "
                "home or find another one, if you are eligible. That mostly depends on your right to live in the UK. "
                "We will go through it with you."
            ),
            p("If the date is further away, ask us now all the same. We want to start early."),
            p("When you ask us for help, we will:"),
            bullets(
                "check the notice with you",
                "talk to your landlord, if you want us to",
                "look at your rent and benefits",
                "write a plan with you, with steps for you and steps for us",
            ),
        ),
        lead("tell-us-early", "You need no account and no papers. You can tell us the date in the notice."),
        details(
            "You live with your landlord, or the home came with your job",
            p(
                "The rules on this page may not cover you, and you may have less time. Call us today. "
                "We can still help."
            ),
        ),
        details(
            "You rent from a housing association or a council",
            p(
                "Other rules apply to you for now. A housing association can still use a section 21 notice for some "
                "homes. Talk to us before you do anything else. We can still help."
            ),
        ),
        details(
            "You have a letter from a court",
            p(
                "Open every letter and keep it. Call us the same day, even if the day in court is close. Fill in the "
                "reply form and go to court if you can. You can get free legal help. Ask us where."
            ),
        ),
        note(
            "You may feel scared or ashamed. Many people get a notice.",
            p("It does not mean you did something wrong. We will listen, and we will be honest about what we can do."),
        ),
    ),
    next_steps=numbered(
        "Write down the day you were given the notice. Take a photo of each page.",
        'Use the <a href="/check-a-notice/">notice checker</a>. It looks at the date and the reasons.',
        "Send the photos to [[council-email]], or read the notice to us on the phone.",
        "Keep paying rent. If you cannot pay it all, pay what you can and tell us.",
        "Ask us before you sign anything, agree to leave or give notice yourself.",
        "Open each letter from the court and call us the same day.",
    ),
    contacts=(SHELTER, CITIZENS_ADVICE),
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 2, 21),
    sources=(
        "Housing Act 1988, sections 5, 7 and 8, and Schedule 2",
        "Renters' Rights Act 2025, sections 3, 17 and 26, Schedules 1 and 6",
        "Housing Act 1996, sections 175, 179 and 195",
        "Housing Act 2004, section 215",
        "Protection from Eviction Act 1977",
        "SI 2026/421 (when the new law began)",
    ),
    other_words="eviction, evicted, kicked out, thrown out, section 21, section 8, landlord selling",
)
