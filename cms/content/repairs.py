"""Repairs and damp."""

from datetime import date

from cms.content.bodies import CITIZENS_ADVICE, SHELTER
from cms.content.shape import Advice, bullets, details, h2, numbered, p, text, warning

PAGE = Advice(
    slug="repairs-and-damp",
    title="Repairs, cold and damp",
    who_for="For renters whose home is cold, damp, broken or unsafe.",
    summary="Your home must be fit to live in. Tell your landlord first, in writing. If nothing happens, tell us.",
    first_step=(
        p("<b>Is someone in danger now?</b>")
        + bullets(
            "Fire: get out, stay out, call 999.",
            "Smell of gas: open the windows, turn nothing on or off, go outside. Call the emergency number on your "
            "meter or bill.",
            "No heating with a baby or someone ill: call us on [[council-telephone]] at once.",
        )
        + p("If not, write to your landlord today. Put the date on it, say what is wrong and add photos.")
    ),
    body=(
        text(
            h2("What your landlord must do"),
            bullets(
                "Keep your home fit to live in, all the time that you rent it.",
                "Keep the roof, walls, windows, drains, heating and water in repair.",
                "Fit a smoke alarm on each floor that you live on.",
                "Fit a carbon monoxide alarm in each room with a fixed fire, boiler or stove. A gas cooker does not "
                "count.",
                "Mend an alarm once you have told them that it does not work.",
            ),
            p("Damp and mould are often not your fault. You do not have to prove what causes them."),
            h2("What we can do"),
            p(
                "The council has officers who inspect homes (Environmental Health). They must act on the most serious "
                "dangers. They can make a landlord put things right."
            ),
            p(
                "Your own housing officer may also visit. That visit is a property check. It does not say whether the "
                "home is free of danger."
            ),
            h2("You can complain without fear of a section 21 notice"),
            p(
                "A private landlord cannot give you a new section 21 notice. Complaining about repairs is not a reason "
                "for which a court can end your tenancy."
            ),
        ),
        warning("", p("Keep paying your rent. If you stop, you could lose your home.")),
        details(
            "You rent from a housing association or the council",
            p(
                "Awaab’s Law sets your landlord time limits for damp, mould and other dangers. It began on 27 October "
                "2025. If your landlord does not keep to them, complain to the landlord, and tell us."
            ),
        ),
        details(
            "You rent from a private landlord and have heard of Awaab’s Law",
            p("It does not cover private homes yet, and there is no date. The other rules on this page do cover you."),
        ),
    ),
    next_steps=numbered(
        "Write to your landlord with the date and photos. Keep a copy.",
        "Let them in to look and to mend, at a time that you agree.",
        "If nothing happens, or it is urgent, call us.",
        "Write down each call and visit.",
        "Keep paying your rent.",
    ),
    contacts=(SHELTER, CITIZENS_ADVICE),
    last_checked=date(2026, 11, 21),
    review_by=date(2027, 2, 21),
    sources=(
        "Landlord and Tenant Act 1985, sections 9A and 11",
        "Housing Act 2004, Part 1",
        "Smoke and Carbon Monoxide Alarm (England) Regulations 2015, as changed in 2022",
        "Social landlords: hazard regulations of 2025 (Awaab's Law)",
        "Renters' Rights Act 2025",
    ),
    other_words="mould, leak, broken boiler, no heating, disrepair, rats",
)
