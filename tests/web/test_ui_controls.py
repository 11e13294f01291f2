"""From a Django form to GOV.UK controls: each widget, its errors, and what opens under an answer."""

from datetime import date

import pytest
from django import forms as django_forms
from django.core.exceptions import ImproperlyConfigured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from core.errors import DomainError
from core.ui import controls, forms, macros
from tests.web.markup import one, soup


class Everything(forms.Form):
    conditional = {"contact": {"phone": ["telephone", "note"]}}

    name = django_forms.CharField(label="Full name", max_length=20, help_text="As on your passport")
    contact = django_forms.ChoiceField(
        label="How may we reach you?",
        choices=[("phone", "Phone"), ("email", "Email")],
        widget=forms.Radios(hints={"phone": "We ring once"}),
    )
    telephone = django_forms.CharField(label="Telephone number", widget=forms.Text(autocomplete="tel", inputmode="tel"))
    note = django_forms.CharField(label="Note", widget=forms.Paragraphs, required=False, max_length=50)
    born = forms.DateField(label="Date of birth")
    rent = django_forms.DecimalField(label="Rent", widget=forms.Text(prefix="£", width=5, inputmode="decimal"))
    beds = django_forms.IntegerField(label="Bedrooms", min_value=0, max_value=20)
    agree = django_forms.BooleanField(label="I agree")
    pets = forms.YesNoField(label="Do you have pets?")
    photo = django_forms.FileField(label="Photo", widget=forms.Upload(accept="image/*"))
    needs = django_forms.MultipleChoiceField(
        label="Needs",
        choices=[("step", "No steps"), ("none", "None of these")],
        widget=forms.Checkboxes(exclusive="none"),
        required=False,
    )
    area = django_forms.ChoiceField(label="Area", choices=[("", "---------"), ("da1", "DA1")])
    email = django_forms.EmailField(label="Email address")


GOOD = {
    "name": "Ada Marsh",
    "contact": "email",
    "born-day": "27",
    "born-month": "March",
    "born-year": "1985",
    "rent": "950",
    "beds": "2",
    "agree": "on",
    "pets": "no",
    "needs": ["step"],
    "area": "da1",
    "email": "ada@example.com",
}


def filled(**changes: object) -> Everything:
    files = {"photo": SimpleUploadedFile("home.jpg", b"x")}
    return Everything(
        MultiValueDict({key: value if isinstance(value, list) else [value] for key, value in (GOOD | changes).items()}),
        files,
    )


def test_a_whole_form_is_read() -> None:
    form = filled()
    assert form.is_valid(), form.errors
    assert form.cleaned_data["born"] == date(1985, 3, 27)
    assert form.cleaned_data["pets"] is False
    assert form.cleaned_data["telephone"] == ""
    assert controls.error_summary(form) == ""


@pytest.mark.parametrize(
    ("name", "component"),
    [
        ("name", "input"),
        ("contact", "radios"),
        ("note", "character-count"),
        ("born", "date-input"),
        ("rent", "input"),
        ("beds", "input"),
        ("agree", "checkboxes"),
        ("pets", "radios"),
        ("photo", "file-upload"),
        ("needs", "checkboxes"),
        ("area", "select"),
        ("email", "input"),
    ],
)
def test_each_widget_has_its_component_and_shows_its_error(name: str, component: str) -> None:
    form = Everything({"contact": "phone"})
    form.add_error(name, "<b>Wrong</b>")
    assert controls.field_params(form[name])[0] == component
    page = soup(controls.render_field(form[name]))
    message = one(page, f"#id_{name}-error")
    expected = form.errors[name][0]
    assert expected in message.text
    assert page.select("b") == []
    assert one(page, f'[aria-describedby~="id_{name}-error"]')


def test_conditional_fields_stand_inside_the_answer_that_opens_them() -> None:
    page = soup(controls.render_fields(Everything()))
    inside = one(page, "#conditional-id_contact")
    assert one(inside, "#id_telephone")["autocomplete"] == "tel"
    assert len(page.select("#id_telephone")) == 1
    assert "govuk-radios__conditional--hidden" in inside["class"]


def test_a_field_under_two_answers_is_refused() -> None:
    twice = {"conditional": {"contact": {"phone": ["telephone"], "email": ["telephone"]}}}
    with pytest.raises(ImproperlyConfigured, match="telephone under two answers"):
        type("Twice", (forms.Form,), twice)


def test_a_field_that_is_shown_is_required_and_one_that_is_not_is_dropped() -> None:
    shown = filled(contact="phone")
    assert shown.errors.as_data().keys() == {"telephone"}
    assert shown.errors["telephone"] == ["Enter telephone number"]
    hidden = filled(contact="email", telephone="01632 960 123", note="x" * 80)
    assert hidden.is_valid()
    assert (hidden.cleaned_data["telephone"], hidden.cleaned_data["note"]) == ("", "")


def test_text_under_an_answer_comes_back_as_it_was_typed() -> None:
    form = filled(contact="phone", telephone="1", note="one\r\n  two\r\nthree")
    assert form.is_valid()
    assert form.cleaned_data["note"] == "one\n  two\nthree"
    page = soup(controls.render_fields(form))
    assert one(page, "#id_note").text == "one\n  two\nthree"


def test_labels_hints_and_money() -> None:
    page = soup(controls.render_fields(Everything()))
    assert one(page, "#id_name-hint").text.strip() == "As on your passport"
    assert one(page, "#id_contact-item-hint").text.strip() == "We ring once"
    rent = one(page, "#id_rent")
    assert rent["inputmode"] == "decimal"
    assert "govuk-input--width-5" in rent["class"]
    assert one(page, ".govuk-input__prefix").text == "£"
    assert one(page, "#id_beds")["type"] == "text"
    assert one(page, "#id_beds")["inputmode"] == "numeric"
    assert one(page, "#id_photo")["accept"] == "image/*"
    assert one(page, "#id_area option[selected]").text == "Choose"
    assert one(page, 'input[data-behaviour="exclusive"]')["value"] == "none"
    assert "required" not in str(page)
    assert "maxlength" not in one(page, "#id_name").attrs
    assert "Needs (optional)" in page.text
    assert "Full name (optional)" not in page.text


def test_a_label_or_legend_as_the_heading_of_the_page() -> None:
    form = Everything()
    look = controls.Look(as_heading=True)
    for name, selector in (("name", "h1 label"), ("contact", "legend h1"), ("born", "legend h1"), ("area", "h1 label")):
        assert one(soup(controls.render_field(form[name], look)), selector)


def test_hidden_fields_come_out_bare_and_a_strange_widget_is_refused() -> None:
    class Odd(forms.RecordForm):
        many = django_forms.MultipleChoiceField(choices=[("a", "A")])

    odd = Odd(initial={"seen": 3})
    assert controls.render_field(odd["seen"]) == '<input type="hidden" name="seen" value="3" id="id_seen">'
    with pytest.raises(TypeError, match="SelectMultiple"):
        controls.render_field(odd["many"])


@pytest.mark.parametrize(
    ("day", "month", "year", "parts", "words"),
    [
        ("", "3", "1985", ("day",), "Date of birth must include a day"),
        ("", "", "1985", ("day", "month"), "Date of birth must include a day and a month"),
        ("x", "3", "1985", ("day",), "The day must be a number, like 27"),
        ("²", "3", "1985", ("day",), "The day must be a number, like 27"),
        ("27", "13", "1985", ("month",), "The month must be a number from 1 to 12, or a name like March"),
        ("27", "0", "1985", ("month",), "The month must be a number from 1 to 12, or a name like March"),
        ("27", "3", "85", ("year",), "The year must have 4 numbers, like 2026"),
        ("27", "3", "1899", ("year",), "The year must be 1900 or later"),
        ("27", "3", "0000", ("year",), "The year must be 1900 or later"),
        ("31", "4", "1985", ("day",), "The day must be from 1 to 30 in April 1985"),
        ("29", "2", "2023", ("day",), "The day must be from 1 to 28 in February 2023"),
        ("0", "2", "2023", ("day",), "The day must be from 1 to 28 in February 2023"),
    ],
)
def test_a_date_says_which_part_is_wrong(day: str, month: str, year: str, parts: tuple[str, ...], words: str) -> None:
    form = filled(**{"born-day": day, "born-month": month, "born-year": year})
    assert form.errors["born"] == [words]
    page = soup(controls.render_field(form["born"]))
    wrong = {box["id"].removeprefix("id_born-") for box in page.select("input.govuk-input--error")}
    assert wrong == set(parts)
    assert [box.get("value", "") for box in page.select("input")] == [day, month, year]
    link = one(soup(controls.error_summary(form)), "a")
    assert link["href"] == f"#id_born-{parts[0]}"
    assert one(page, link["href"])


@pytest.mark.parametrize("month", ["feb", "FEBRUARY", "2", "02", "Feb."])
def test_months_may_be_names(month: str) -> None:
    form = filled(**{"born-day": "9", "born-month": month, "born-year": "2024"})
    assert form.is_valid()
    assert form.cleaned_data["born"] == date(2024, 2, 9)


def test_a_date_within_limits() -> None:
    field = forms.DateField(label="Gas check", earliest=date(1990, 1, 1), latest=date(2026, 11, 21))
    with pytest.raises(django_forms.ValidationError, match="Gas check must be 1 January 1990 or later"):
        field.clean(("31", "12", "1989"))
    with pytest.raises(django_forms.ValidationError, match="Gas check must be 21 November 2026 or earlier"):
        field.clean("2026-11-22")
    assert field.clean(date(2026, 11, 21)) == date(2026, 11, 21)


def test_every_error_has_a_link_to_a_box_that_is_there() -> None:
    form = Everything({"contact": "phone"})
    page = soup(controls.error_summary(form) + controls.render_fields(form))
    links = page.select(".govuk-error-summary a")
    assert len(links) == len(form.errors) == 10
    for link in links:
        assert one(page, str(link["href"])).name in ("input", "select", "textarea")


def test_a_refusal_of_the_service_stands_at_its_field_or_above_the_form() -> None:
    form = filled()
    assert form.is_valid()
    form.refuse(DomainError("Too dear at 100%", field="rent", code="too_dear"))
    form.refuse(DomainError("Not now", field="elsewhere"))
    assert form.errors["rent"] == ["Too dear at 100%"]
    assert form.non_field_errors() == ["Not now"]
    assert form.errors.as_data()["rent"][0].code == "too_dear"
    summary = soup(controls.error_summary(form))
    assert one(summary, "a")["href"] == "#id_rent"
    assert "Not now" in summary.text


def test_words_written_by_the_author_of_a_field_stay() -> None:
    class Written(forms.Form):
        name = django_forms.CharField(label="Name", max_length=3, error_messages={"required": "Tell us your name"})

    assert Written({}).errors["name"] == ["Tell us your name"]
    assert Written({"name": "long"}).errors["name"] == ["Name must be 3 characters or fewer"]


def test_several_files_or_one_or_none() -> None:
    field = forms.FilesField(most=2, label="Photos")
    one_file, other = SimpleUploadedFile("a.jpg", b"a"), SimpleUploadedFile("b.jpg", b"b")
    assert field.clean([one_file, other]) == [one_file, other]
    with pytest.raises(django_forms.ValidationError, match="Choose 2 files or fewer"):
        field.clean([one_file, other, one_file])
    with pytest.raises(django_forms.ValidationError):
        field.clean([])
    assert forms.FilesField(required=False).clean([]) == []


HOSTILE = "<script>alert(1)</script>\"'&"


def test_nothing_typed_or_told_gets_into_the_markup() -> None:
    class Told(forms.Form):
        text = django_forms.CharField(label=HOSTILE, help_text=HOSTILE, widget=forms.Text(prefix=HOSTILE))
        lines = django_forms.CharField(label="x", widget=forms.Paragraphs)
        pick = django_forms.ChoiceField(
            label=HOSTILE, choices=[(HOSTILE, HOSTILE)], widget=forms.Radios(hints={HOSTILE: HOSTILE})
        )
        drop = django_forms.ChoiceField(choices=[(HOSTILE, HOSTILE)])
        born = forms.DateField(label=HOSTILE)

    form = Told({"text": HOSTILE, "lines": HOSTILE, "pick": HOSTILE, "drop": "no", "born-day": HOSTILE})
    form.add_error("text", HOSTILE)
    form.add_error(None, HOSTILE)
    page = soup(controls.error_summary(form) + controls.render_fields(form))
    assert page.select("script") == []
    assert one(page, "#id_text")["value"] == HOSTILE
    assert one(page, "#id_lines").text == HOSTILE
    assert one(page, "#id_pick")["value"] == HOSTILE
    assert one(page, "#id_born-day")["value"] == HOSTILE
    assert one(page, "#id_text-hint").text.strip() == HOSTILE


def test_a_box_of_a_filter_shows_what_this_reader_typed_and_nobody_elses() -> None:
    class Filter(forms.FilterForm):
        text = django_forms.CharField(label="Name", required=False)
        area = django_forms.ChoiceField(label="Area", choices=[("", "All"), ("da1", "DA1")], required=False)

    def boxes(**asked: str) -> tuple[str, str]:
        page = soup(controls.render_filters(Filter(asked)))
        chosen = [option["value"] for option in page.select("option[selected]")]
        return str(one(page, "input").get("value", "")), "".join(map(str, chosen))

    before = macros._kept.cache_info().currsize
    assert boxes(text="Marsh", area="da1") == ("Marsh", "da1")
    assert boxes() == ("", "")
    assert boxes(text="Hythe") == ("Hythe", "")
    assert boxes() == ("", "")
    assert macros._kept.cache_info().currsize <= before + 3, "two ways to choose and an empty box are kept"
