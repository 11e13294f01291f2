"""Other bodies that help, as contacts. Their numbers stay hidden until an editor has rung them."""

from cms.content.shape import contact

SHELTER = contact("Shelter", "Free advice on housing for anyone in England.", website="https://england.shelter.org.uk/")
CITIZENS_ADVICE = contact(
    "Citizens Advice",
    "Free advice on housing, debt, benefits and the law.",
    website="https://www.citizensadvice.org.uk/",
)
STEPCHANGE = contact("StepChange", "Free help with debt, from a charity.", website="https://www.stepchange.org/")
TRIBUNAL = contact(
    "First-tier Tribunal (Property Chamber)",
    "Looks at a rent increase if you ask before the new rent starts. "
    "On GOV.UK, search for “First-tier Tribunal (Property Chamber)”.",
    website="https://www.gov.uk/courts-tribunals/first-tier-tribunal-property-chamber",
)
MONEYHELPER = contact(
    "MoneyHelper",
    "Free guidance on money and debt, set up by the government.",
    website="https://www.moneyhelper.org.uk/",
)
DOMESTIC_ABUSE_HELPLINE = contact(
    "National Domestic Abuse Helpline",
    "Free and private help for women, day and night.",
    website="https://www.nationaldahelpline.org.uk/",
    telephone="0808 2000 247",
    hours="day and night, free",
)
MENS_ADVICE_LINE = contact(
    "Men’s Advice Line", "Free and private help for men.", website="https://mensadviceline.org.uk/"
)
BECOME = contact(
    "Become", "A charity for children in care and young care leavers.", website="https://becomecharity.org.uk/"
)
CORAM_VOICE = contact(
    "Coram Voice",
    "Finds an advocate for young people in care and care leavers: someone who speaks up for you.",
    website="https://coramvoice.org.uk/",
)
