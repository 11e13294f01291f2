"""What officers do on a tenancy concern: one table of forms, each with its words and the service it calls."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act_on
from tenancies.forms import report_actions as forms
from tenancies.rules.report import LANDLORD_HEARS, Side
from tenancies.services import agreeing, answering, contacting, ending, noticing, passing_on, triaging
from tenancies.views import scoped
from tenancies.views.report_act import (
    Act,
    agreed_today,
    declining,
    ending_form,
    lift_form,
    proposed,
    resolving,
    served_today,
    share_form,
    stage_today,
    tried_today,
)

BOTH_THREADS = "Only this side reads it. Say nothing here that the other side told you."
ACTS: dict[str, Act] = {
    "triage": Act(
        "How urgent is it?",
        "Save",
        forms.TriageForm,
        triaging.triage,
        "Saved. The promised day is on the record.",
        initial=proposed,
    ),
    "take_over": Act(
        "Take this over",
        "Take it over",
        RecordForm,
        triaging.take_over,
        "You are the lead worker.",
        "You become the lead worker.",
    ),
    "apart": Act(
        "Keep the two sides apart",
        "Keep them apart",
        forms.BarrierForm,
        triaging.keep_apart,
        "The two sides are kept apart.",
        "Nothing is shared from now on, and what was shared is taken back.",
        to_list=True,
    ),
    "lift": Act(
        "Take a mark away",
        "Take it away",
        None,
        triaging.lift_barrier,
        "The mark is gone.",
        form_of=lift_form,
        needs=Can.SIGN_AS_MANAGER,
    ),
    "try": Act(
        "Record a contact",
        "Save",
        forms.TryForm,
        contacting.try_contact,
        "The contact is recorded.",
        "Read the household’s safe contact rule first. With the first try to reach the tenant, a landlord who told us "
        f"hears: “{LANDLORD_HEARS}” And no more.",
        initial=tried_today,
    ),
    "answered": Act(
        "We answered whoever told us",
        "Save",
        forms.AnsweredForm,
        answering.answer_teller,
        "Recorded. The promise is kept.",
        "Thank them, and say that we act. Say nothing about the tenant: not even whether we know them.",
    ),
    "close_no_contact": Act(
        "Close: nobody was reached",
        "Close it",
        None,
        contacting.close_no_contact,
        "It is closed.",
        "Only after three tries in at least two ways, since it was opened last. If notice was spoken of, "
        "you still tell the tenant their rights: send them a letter.",
        form_of=ending_form(forms.EndNoteForm),
    ),
    "write_landlord": Act(
        "Write to the landlord or agent",
        "Send",
        forms.WriteForm,
        partial(contacting.write, side=Side.LANDLORD),
        "Sent.",
        f"{BOTH_THREADS} Never say whether we have spoken with the tenant.",
    ),
    "write_tenant": Act(
        "Write to the tenant",
        "Send",
        forms.WriteForm,
        partial(contacting.write, side=Side.TENANT),
        "Sent.",
        BOTH_THREADS,
    ),
    "confirm_contact": Act(
        "The contact is the tenant’s",
        "Confirm it",
        forms.ConfirmForm,
        contacting.confirm_contact,
        "Confirmed. We can write to the tenant now, and the case has it if there is one.",
        "The landlord gave us this telephone or e-mail. It may be their own. Ask the tenant in person or by letter.",
    ),
    "tell_tenant": Act(
        "Tell the tenant",
        "Tell them",
        forms.TellTenantForm,
        contacting.tell_tenant,
        "Recorded. A notice on paper stands under “The tenant”: print it and give or post it today.",
        "This is also the notice that data protection law asks for. Is it safe to tell them, in this way?",
    ),
    "withhold": Act(
        "Telling the tenant is not safe",
        "Do not tell them",
        forms.WithholdForm,
        contacting.withhold_notice,
        "The note is kept. Nothing is sent.",
        "We tell people what others told us about them, unless that is not safe.",
    ),
    "safe_to_tell": Act(
        "Telling the tenant is safe now",
        "It is safe now",
        forms.ReasonForm,
        contacting.lift_withholding,
        "Recorded. Tell the tenant now.",
        "The note of why it was not safe stays in the history. Nothing is sent by this.",
    ),
    "agree": Act(
        "Add actions",
        "Save",
        forms.AgreeForm,
        agreeing.agree,
        "The actions are on the record. Nothing is shared yet.",
        "Who does what by when. The tenant sees their own. The landlord sees nothing until you share it.",
    ),
    "share": Act(
        "Share actions",
        "Share them with both",
        None,
        agreeing.share,
        "Both sides see these actions now.",
        "Only what the tenant agreed to share. Both sides are told that there is something to read.",
        form_of=share_form,
        initial=agreed_today,
    ),
    "review": Act(
        "Look again",
        "Save",
        forms.NoteForm,
        agreeing.review,
        "Saved. The next look is in 14 days.",
        "What was done, and what was not?",
    ),
    "intention": Act(
        "The landlord thinks of giving notice",
        "Record it",
        RecordForm,
        noticing.note_intention,
        "Recorded. Ring by the hour shown, and tell the tenant their rights today.",
        "We then ring the landlord by a set hour and tell the tenant their rights today.",
    ),
    "rang": Act("We rang the landlord", "Save", forms.RangForm, noticing.rang_landlord, "The advice is kept and sent."),
    "rights": Act(
        "We told the tenant their rights",
        "Save",
        forms.RightsForm,
        noticing.tell_rights,
        "The advice is kept.",
        "The same day, whatever the landlord promised. They also get it in writing where that is safe.",
    ),
    "avert": Act(
        "Notice averted",
        "Save",
        forms.NoteForm,
        noticing.avert,
        "Recorded: notice averted.",
        "The landlord does not give notice.",
    ),
    "serve": Act(
        "Notice was given",
        "Save",
        forms.ServedForm,
        noticing.serve,
        "Recorded. Tell the tenant their rights and decide about a case.",
        initial=served_today,
    ),
    "household_notice": Act(
        "Put the notice into the case",
        "Put it into the case",
        RecordForm,
        passing_on.from_report,
        "The notice is in the household’s record.",
        "The household’s record then has the notice with its dates and grounds. Say there whether it is good.",
        needs=Can.WORK_HOUSEHOLDS,
    ),
    "no_case": Act(
        "No case opens",
        "Save",
        forms.NoCaseForm,
        passing_on.decide_no_case,
        "Recorded: no case opens.",
        "Notice was given. Whoever may lose their home within 56 days is threatened with homelessness (HA 1996 s175).",
        needs=Can.WORK_HOUSEHOLDS,
    ),
    "resolve": Act(
        "Resolve",
        "Resolve it",
        None,
        ending.resolve,
        "Resolved.",
        words=resolving,
        form_of=ending_form(forms.ResolveForm),
    ),
    "decline": Act(
        "The tenant does not want help",
        "Close it",
        None,
        ending.decline,
        "Closed.",
        words=declining,
        form_of=ending_form(forms.EndNoteForm),
    ),
    "escalate": Act(
        "Open a case",
        "Open the case",
        None,
        ending.escalate,
        "The work goes on in the household’s record.",
        "A duty itself is opened in the household’s record.",
        form_of=ending_form(forms.EscalateForm),
        initial=stage_today,
        needs=Can.WORK_HOUSEHOLDS,
    ),
    "reopen": Act("Open again", "Open it again", forms.ReasonForm, ending.reopen, "It is open again."),
}


def view_of(name: str) -> Callable[..., HttpResponse]:
    """The view that shows and carries out one act of the table."""
    act = ACTS[name]

    @office_view(act.needs)
    def view(request: Request, reference: str) -> HttpResponse:
        at = now()
        row = scoped.report(request, reference)
        form: Any = act.form_of(row) if act.form_of else act.form
        initial = act.initial(row, today(at)) if act.initial else {}
        intro, said = act.words(row, today(at)) if act.words else (act.intro, act.said)
        page = FormPage(title=act.title, button=act.button, intro=intro)
        to = reverse("tenancies_office_reports") if act.to_list else ""
        return act_on(request, row, form, act.service, page, at=at, said=said, to=to, initial=initial)

    return view


@office_view(Can.WORK_REPORTS)
def drop(request: Request, reference: str, number: int) -> HttpResponse:
    """Take one action out."""
    row = scoped.report(request, reference)
    page = FormPage(title=f"Take out action {number}", button="Take it out")
    service = partial(agreeing.drop, number=number)
    return act_on(request, row, forms.ReasonForm, service, page, at=now(), said="The action is taken out.")
