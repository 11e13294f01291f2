"""Pages about the service itself: complaints, accessibility, privacy."""

from datetime import date

from cms.content.shape import Standard, bullets, h2, numbered, p, table, text

CHECKED = date(2026, 11, 21)

CONTACT = Standard(
    slug="contact",
    title="Contact us",
    summary="Call us about your home, a home that you let, or someone you work with.",
    last_checked=CHECKED,
    review_by=date(2027, 5, 21),
    body=(
        text(
            h2("Call us"),
            p("Our number is [[council-telephone]]."),
            bullets(
                "If you have nowhere to sleep tonight, call [[council-telephone-any-hour]] at any hour.",
                "If you are afraid of someone, tell us first how it is safe to call you back.",
                "If you are in danger now, call 999.",
            ),
            p("You can ask for an interpreter. You do not pay for it."),
            h2("Write to us"),
            bullets("Email: [[council-email]]", "Post: [[council-postal-address]]"),
            p("If you need us today, call. Do not wait for an answer in writing."),
            h2("Come and see us"),
            p("Call first, so that we can see you in a private room and at a time that suits you."),
            h2("If you have an officer already"),
            p("Call the number on your letter, or sign in and look at your page."),
        ),
    ),
)

COMPLAINTS = Standard(
    slug="complaints",
    title="If you are unhappy with our help",
    summary="Tell us. You can complain, and you can ask us to look again at many of our decisions.",
    last_checked=CHECKED,
    review_by=date(2027, 5, 21),
    body=(
        text(
            h2("Tell us first"),
            p(
                "Talk to your housing officer, or call us on [[council-telephone]] and ask for the manager. "
                "You can bring someone with you, and you can complain on behalf of someone who asks you to."
            ),
            p("A complaint never changes the help we owe you."),
            h2("Make a complaint"),
            numbered(
                "Tell us what happened and what you want us to do. Call [[council-telephone]], email "
                "[[council-email]], or ask us to write it down for you. You can also write to "
                "[[council-postal-address]].",
                "We write back, say who is dealing with it and by when.",
                "If you are not happy with the answer, tell us. Someone more senior looks at it again.",
                "If you are still not happy, the Local Government and Social Care Ombudsman can look at it. "
                "It is free and it is not part of the council.",
            ),
            p('You can find the Ombudsman at <a href="https://www.lgo.org.uk/">www.lgo.org.uk</a>.'),
            h2("Ask us to look again at a decision"),
            p(
                "When we decide something about your homelessness, our letter says whether you can ask for a review. "
                "You have 21 days, and the day you are told is day one. Someone senior who did not make the decision "
                "looks at it again."
            ),
            p(
                "You can ask in any way: call us, email [[council-email]], write to us, or tell your housing officer. "
                "You do not have to say why."
            ),
            h2("How we use your information"),
            p('You can also complain about that. <a href="page:privacy">Our privacy page</a> says how.'),
        ),
    ),
)

ACCESSIBILITY = Standard(
    slug="accessibility",
    title="Accessibility of this website",
    summary="We want everyone to be able to use this website. Here is what works, what may not, and how to tell us.",
    last_checked=CHECKED,
    review_by=date(2027, 11, 21),
    body=(
        text(
            h2("What you should be able to do"),
            bullets(
                "make the words up to four times bigger and still read each page",
                "use every page with only a keyboard",
                "have each page read aloud by a screen reader, or by your phone",
                "use every page on a small phone, and with scripts switched off",
            ),
            h2("What may not work well"),
            bullets(
                "Documents that landlords or other bodies send us may not be easy to read. Ask us and we will read "
                "them to you.",
                "Some questions open a further question below them. A few screen readers may not say so at once.",
            ),
            h2("Tell us about a problem"),
            p(
                "Does a page not work for you? Do you need large print, easy read, braille or another language? "
                "Call us on [[council-telephone]]."
            ),
            p(
                "If you are not happy with our answer, contact the Equality Advisory and Support Service at "
                '<a href="https://www.equalityadvisoryservice.com/">www.equalityadvisoryservice.com</a>. '
                "The Equality and Human Rights Commission makes sure that public bodies follow the rules."
            ),
            h2("The rules and how we test"),
            p(
                "The rules are the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility "
                "Regulations 2018. The standard is the Web Content Accessibility Guidelines, version 2.2, level AA."
            ),
            p(
                "We test each page by computer against this standard, with a keyboard, on a narrow screen, and with "
                "scripts switched off. We also check that the code of each page follows the rules for HTML. "
                "No outside body has tested the website yet, so we call it partly compliant: the second point under "
                '"What may not work well" is known and not yet put right.'
            ),
            p("We wrote this statement on 21 November 2026."),
        ),
    ),
)

PRIVACY = Standard(
    slug="privacy",
    title="How we use your information",
    summary="What we keep about you, why, who sees it, and what you can ask us to do.",
    last_checked=CHECKED,
    review_by=date(2027, 11, 21),
    body=(
        text(
            h2("Who we are"),
            p("[[council-name]] runs this service and is responsible for your information (the controller)."),
            h2("Why we use it"),
            p(
                "The law gives us the job of helping people who are homeless or may become homeless. It is in Part 7 "
                "of the Housing Act 1996. We use your information to do that job. We do not need your "
                "consent for it, and you will not lose help by asking us questions about it."
            ),
            p(
                "We ask for your consent when another body refers you to us, and when we send messages that you "
                "can do without."
            ),
            h2("What we keep"),
        ),
        table(
            "What we keep",
            ("About", "What"),
            ("Everyone who signs in", "Name, email address, telephone number, what you did here and when"),
            ("People we help", "Who lives with you, your home, money and needs, and our plan and letters"),
            ("Landlords", "Your homes, their safety papers and photos, your declaration, and payments"),
            ("Tenants of those landlords", "What the landlord tells us about the tenancy"),
        ),
        text(
            p(
                "If a landlord tells us about you, we tell you within a month, unless it would put someone at risk. "
                "If you do not want our help, we delete it by a date that we give you."
            ),
            h2("Who sees it"),
            bullets(
                "Our officers, and only those whose job needs it. If your case must be kept closer, fewer can open it, "
                "and we write down who does and on which day.",
                "A landlord sees how many people need the home, the bedrooms and the date, pets, and that we have "
                "checked the rent. Never why you lost your home, your benefits, your health or your support.",
                "Other bodies, when the law says so or when you agree.",
                "We never sell it.",
            ),
            p("No computer decides alone about a home for you. A person always does."),
            h2("Safe contact"),
            p("Tell us how it is safe to contact you. We keep to it in every call, letter and message."),
            h2("If you only read"),
            p(
                "You can read all our advice without telling us who you are. What you type into "
                "the search box is used to find pages for you, and is not kept."
            ),
            h2("If you tell us early without an account"),
            p(
                "We keep your answers for two hours after the last one. Then they are gone. If you send them, an "
                "officer reads them and they become a record of ours. To see it or add to it, call us: nobody can "
                "open it without an account."
            ),
            h2("How long we keep it"),
            p(
                "Only as long as we need it for our job or the law says. Ask us for our list of times. "
                "After that we delete it or take your name off it."
            ),
            h2("What you can ask for"),
            bullets(
                "a copy of what we keep about you",
                "that we put right what is wrong",
                "that we stop using it or delete it, where the law allows",
                "that we use it only in some ways while we look into what you asked",
                "that a person looks again at a decision",
            ),
            p("Call us on [[council-telephone]] or ask your housing officer. We answer within a month. It is free."),
            h2("If you are unhappy"),
            p(
                "Tell us. You can ask for the person who looks after data protection at the council. We say within 30 "
                "days that we have your complaint. You can also complain to the "
                'Information Commissioner at <a href="https://ico.org.uk/">ico.org.uk</a>.'
            ),
        ),
    ),
)

COOKIES = Standard(
    slug="cookies",
    title="Cookies",
    summary="We use only the cookies that the website needs to work. We do not follow you.",
    last_checked=CHECKED,
    review_by=date(2027, 11, 21),
    body=(
        text(
            p("A cookie is a small file that a website keeps in your browser."),
            p("You can read all our advice without any cookie. These are set only when you sign in or fill in a form."),
        ),
        table(
            "Cookies we use",
            ("Name", "What it does", "How long"),
            ("lintel_session", "Keeps you signed in, and keeps your answers while you fill in a form", "12 hours"),
            ("csrftoken", "Makes sure that a form was sent by you", "1 year"),
            ("messages", "Shows you once what you have just done", "Until you have seen it"),
        ),
        text(p("We use no cookies for counting visitors or for adverts, so we have nothing to ask you.")),
    ),
)
