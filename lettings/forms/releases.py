from django import forms

from core.documents.forms import UploadField
from core.documents.rules.kinds import EVIDENCE
from core.ui.forms import DateField, Paragraphs, RecordForm
from lettings.services.releases import Asked


class AskReleaseForm(RecordForm):
    landlord_name = forms.CharField(label="Name of the landlord of their present home", max_length=200)
    landlord_address = forms.CharField(label="The landlord’s address", max_length=500, widget=Paragraphs(rows=4))
    tenants = forms.CharField(
        label="Everyone who holds the tenancy, a name on each line",
        help_text="All joint tenants, also one who has left. Each of them has to sign.",
        max_length=1000,
        widget=Paragraphs(rows=4),
    )
    asked_for = DateField(label="The day on which they would have to take up the new home")
    told = forms.BooleanField(
        label="They asked us to write, and it is safe that their landlord and every joint tenant hear of it"
    )

    def to_asked(self) -> Asked:
        data = self.cleaned_data
        names = tuple(line.strip() for line in data["tenants"].splitlines() if line.strip())
        return Asked(data["landlord_name"], data["landlord_address"], names, data["asked_for"])


class ReleaseAgreedForm(RecordForm):
    released_on = DateField(label="From which day does the landlord release them?")
    reply = UploadField(kind=EVIDENCE, label="The landlord’s reply in writing")
    all_party = forms.BooleanField(
        label="The landlord and every joint tenant have signed it",
        required=False,
    )
    note = forms.CharField(label="Notes", required=False, max_length=2000, widget=Paragraphs(rows=3))
