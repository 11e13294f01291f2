"""What an officer is asked about a notice: every ground, and the facts that only some of them turn on."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from core.rulebook.forms.notices import ANSWERS, NO_GROUND, UNKNOWN, NoticeForm, one_of, yes_no
from core.rulebook.rules.notices.facts import Deposit, Ground, LandlordKind, Students
from core.ui.forms import Checkboxes, DateField


class OfficeNoticeForm(NoticeForm):
    """As for everyone, with every ground of the rulebook and the rarer facts."""

    landlord_kind = forms.ChoiceField(
        label="What kind of landlord is it?",
        required=False,
        choices=[
            ("", "Not known"),
            (LandlordKind.PRIVATE, "A private person or company"),
            (LandlordKind.COUNCIL_COMPANY, "A company that a council owns"),
            (LandlordKind.SOCIAL, "A registered provider"),
            (LandlordKind.CHARITY, "A charity"),
            (LandlordKind.SUPPORTED, "A supported housing provider"),
            (LandlordKind.EDUCATION, "A university or college"),
            (LandlordKind.LENDER, "A mortgage lender"),
            (LandlordKind.FARM, "A farm, or a farm’s tenant"),
        ],
    )
    old_assured_tenancy = yes_no("Was it a full assured tenancy (not a shorthold) before 1 May 2026?")
    compulsory_purchase = yes_no("Was a compulsory purchase notice given for the home?")
    found_on = DateField(label="Day of the conviction or finding", required=False)
    superior_lease_ends_on = DateField(label="Day the landlord’s own lease ends", required=False)
    main_duty_let = yes_no("Was it let at some time under the main duty (section 193)?")
    council_told_on = DateField(label="Day the council told the landlord it is not needed any more", required=False)
    shared_house = yes_no("Is it a shared house (HMO)?")
    all_students = yes_no("Was every tenant a full-time student?")
    told_in_writing_before = yes_no("Did the landlord write beforehand that ground 4A may be used?")
    agreed_on = DateField(label="Day the tenancy was agreed", required=False)
    moved_in_on = DateField(label="First day they could live there", required=False)
    deposit_rules_met = yes_no("Did the landlord do what the scheme asks at the start?")
    conditional = {
        "grounds": {
            **NoticeForm.conditional["grounds"],
            "1A": ["old_assured_tenancy"],
            "2ZA": ["superior_lease_ends_on"],
            "4A": ["shared_house", "all_students", "told_in_writing_before", "agreed_on", "moved_in_on"],
            "5G": ["main_duty_let", "council_told_on"],
            "7A": ["found_on"],
        },
        "deposit": {Deposit.HELD.value: ["information_given", "deposit_rules_met"]},
    }

    def __init__(self, data: QueryDict | None, *, grounds: Sequence[Ground], cited: str = "") -> None:
        super().__init__(data if data is None or not cited else spread(data, cited, grounds))
        field = self.fields["grounds"]
        last = [(UNKNOWN, "Other numbers, or not known"), (NO_GROUND, "It gives no ground")]
        field.widget = Checkboxes(small=True, exclusive=NO_GROUND)
        self.choose("grounds", [*((each.code, f"{each.code}: {each.summary}") for each in grounds), *last])
        field.label = "Which grounds does it give?"

    def landlord(self) -> LandlordKind | None:
        return one_of(LandlordKind, self.cleaned_data["landlord_kind"]) or super().landlord()

    def rarer(self) -> dict[str, Any]:
        given = self.cleaned_data
        plain = ("main_duty_let", "old_assured_tenancy", "compulsory_purchase", "deposit_rules_met")
        days = ("found_on", "superior_lease_ends_on", "council_told_on")
        return {
            **{name: ANSWERS.get(given[name] or "") for name in plain},
            **{name: given[name] for name in days},
            "students": Students(
                ANSWERS.get(given["shared_house"] or ""),
                ANSWERS.get(given["all_students"] or ""),
                ANSWERS.get(given["told_in_writing_before"] or ""),
                agreed_on=given["agreed_on"],
                moved_in_on=given["moved_in_on"],
            ),
        }


def spread(data: QueryDict, cited: str, grounds: Sequence[Ground]) -> QueryDict:
    """The answers with grounds written as one line ("1A, 8") ticked where the rulebook knows them."""
    known = {ground.code for ground in grounds}
    codes = [code for code in re.split(r"[\s,;]+", cited.upper()) if code]
    others = [code for code in codes if code not in known]
    ticked = data.copy()
    ticked.setlist("grounds", [code for code in codes if code in known] + [UNKNOWN] * bool(others))
    ticked["other_grounds"] = ", ".join(others)
    return ticked
