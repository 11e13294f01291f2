"""Invented values for every small template and every form control."""

from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from django import forms as django_forms

from core.states import Colour, Holder, State
from core.ui import components as ui
from core.ui import forms

TODAY = date(2026, 11, 21)


class Stage(StrEnum):
    CHECKING = "checking"
    CHANGES = "changes"
    CLOSED = "closed"


CHECKING = State(
    Stage.CHECKING,
    "Being checked",
    Holder.COUNCIL,
    "Your landlord liaison officer checks the gas certificate. You can list the home meanwhile.",
    "Call us and ask for the team manager, who will answer the same day.",
)
CHANGES = State(
    Stage.CHANGES,
    "Changes needed",
    Holder.LANDLORD,
    "Send a gas safety record that is less than a year old.",
    "We take the home off the list. You can send it in again at any time.",
    Colour.AMBER,
)
CLOSED = State(
    Stage.CLOSED,
    "Let",
    Holder.NOBODY,
    "The keys were handed over on 3 November 2026.",
    colour=Colour.GREEN,
    terminal=True,
)

STRIPS = (
    ui.Strip(
        title="2-bedroom flat, 14 Lowfield Street, Dartford",
        state=CHECKING,
        holder_name="Priya Nandakumar, your landlord liaison officer",
        by=date(2026, 11, 26),
        on=TODAY,
        reference="HM-2026-0042",
    ),
    ui.Strip(
        title="Guarantee for 3 Spital Street",
        state=CHANGES,
        yours=True,
        by=date(2026, 11, 19),
        on=TODAY,
        reference="GU-2026-0007",
    ),
    ui.Strip(title="Studio, 9 Hythe Street", state=CLOSED, reference="HM-2026-0011"),
)

ROWS = [
    ui.Row("Address", "14 Lowfield Street, Dartford DA1 1HD", ui.Action("Change", "#address")),
    ui.Row("Rent", "£1,150 a month", ui.Action("Change", "#rent"), note="LHA for 2 bedrooms here is £1,196.70"),
    ui.Row("Gas record", ui.Tag("Out of date", Colour.RED)),
    ui.Row("Built", None),
    ui.Row("Access", ["No steps", "Lift"], ui.Action("Change", "#access")),
]

TABLE = ui.Table(
    caption="Homes to rent",
    columns=[
        ui.Column("Reference", sort="reference"),
        ui.Column("Address"),
        ui.Column("State"),
        ui.Column("Rent", numeric=True, sort="rent"),
        ui.Column("Answer due"),
    ],
    rows=[
        [
            ui.Cell(f"HM-2026-{number:04d}", url=f"#home-{number}"),
            ui.Cell(f"{number} Lowfield Street, Dartford", note="2 bedrooms, 4 people"),
            ui.Cell(ui.Tag(*state)),
            ui.Cell("£1,150"),
            ui.Cell(date(2026, 11, 26), note="in 5 days"),
        ]
        for number, state in enumerate(
            [
                ("Being checked", Colour.BLUE),
                ("Changes needed", Colour.AMBER),
                ("Late", Colour.RED),
                ("Let", Colour.GREEN),
                ("Draft", Colour.GREY),
            ],
            start=1,
        )
    ],
    sorted_by="-rent",
    query="state=all",
)
EMPTY_TABLE = ui.Table(
    "Claims", [ui.Column("Reference")], [], empty="No claims yet. They appear when a landlord claims."
)

HISTORY = [
    ui.Happening(
        datetime(2026, 11, 20, 15, 4, tzinfo=ZoneInfo("Europe/London")),
        "Priya Nandakumar, landlord liaison officer",
        "Asked for changes",
        "The gas record is older than a year.",
        [ui.Row("State", "Changes needed"), ui.Row("Before", "Being checked")],
    ),
    ui.Happening(datetime(2026, 11, 18, 9, 30, tzinfo=ZoneInfo("Europe/London")), "Omar Castell", "Sent the home in"),
]

TASKS = [
    ui.Task("About you", "Completed", "#you"),
    ui.Task("Your home", ui.Tag("Not started", Colour.BLUE), "#home", "Address, rooms and rent"),
    ui.Task("Send it in", "Cannot start yet", blocked=True),
]

TILES = [
    ui.Tile(3, "Certificates to check", "#certificates", "1 since Monday"),
    ui.Tile(1, "Late answers", "#late", urgent=True),
    ui.Tile("£4,310", "Owed to landlords"),
    ui.Tile(12, "Homes to rent", "#homes"),
]

SUM = [
    ui.SumLine("Rent", "£1,150.00"),
    ui.SumLine("LHA for 2 bedrooms", "−£1,196.70", "Category C", "North West Kent, April 2026"),
]


class Question(forms.Form):
    conditional = {"contact": {"phone": ["telephone"], "post": ["address"]}}

    name = django_forms.CharField(label="Full name", help_text="As it is on your passport", max_length=80)
    email = django_forms.EmailField(label="Email address")
    contact = django_forms.ChoiceField(
        label="How may we reach you?",
        choices=[("phone", "Telephone"), ("post", "Letter"), ("never", "Not at home")],
        widget=forms.Radios(hints={"never": "We use the safe address that you give us"}, divider="never"),
    )
    telephone = django_forms.CharField(label="Telephone number", widget=forms.Text(autocomplete="tel", width=20))
    address = django_forms.CharField(label="Address", widget=forms.Paragraphs(rows=3), max_length=200)
    born = forms.DateField(label="Date of birth", help_text="For example, 27 3 1985")
    rent = django_forms.DecimalField(
        label="Rent a month", widget=forms.Text(prefix="£", suffix="a month", width=5, inputmode="decimal")
    )
    beds = django_forms.IntegerField(label="Bedrooms", widget=django_forms.NumberInput)
    area = django_forms.ChoiceField(label="Area", choices=[("", "---------"), ("da1", "DA1"), ("da2", "DA2")])
    needs = django_forms.MultipleChoiceField(
        label="What do you need?",
        choices=[("ground", "Ground floor"), ("lift", "Lift"), ("none", "None of these")],
        widget=forms.Checkboxes(exclusive="none"),
        required=False,
    )
    pets = forms.YesNoField(label="Do you have pets?")
    gas = django_forms.FileField(label="Gas safety record", widget=forms.Upload(accept="application/pdf"))
    word = django_forms.CharField(label="Password", widget=django_forms.PasswordInput)
    agree = django_forms.BooleanField(label="I have told the truth", help_text="It is a crime to lie to get a home.")


class Filter(forms.FilterForm):
    words = django_forms.CharField(label="Words", required=False)
    state = django_forms.MultipleChoiceField(
        label="State",
        choices=[("checking", "Being checked"), ("let", "Let")],
        widget=forms.Checkboxes(small=True),
        required=False,
    )
    since = forms.DateField(label="Since", required=False)
