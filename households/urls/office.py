from django.urls import path

from households.views.office import case, contact, duties, findings, letters, listing, people, plans, stays, telling

ONE = "households/<str:reference>"

urlpatterns = [
    path("households/", listing.listed, name="households_office_list"),
    path("record-household/", listing.new, name="households_office_new"),
    path(f"{ONE}/contact/", case.contact, name="households_office_contact"),
    path(f"{ONE}/needs/", case.needs, name="households_office_needs"),
    path(f"{ONE}/assess/", case.assess, name="households_office_assess"),
    path(f"{ONE}/help-early/", case.help_early, name="households_office_help_early"),
    path(f"{ONE}/take-up/", telling.take_up, name="households_office_take_up"),
    path(f"{ONE}/take-over/", case.take_over, name="households_office_take_over"),
    path(f"{ONE}/close/", case.close, name="households_office_close"),
    path(f"{ONE}/reopen/", case.reopen, name="households_office_reopen"),
    path(f"{ONE}/people/add/", people.add, name="households_office_person_add"),
    path(f"{ONE}/people/<int:number>/", people.change, name="households_office_person_change"),
    path(f"{ONE}/people/<int:number>/remove/", people.remove, name="households_office_person_remove"),
    path(f"{ONE}/safe-contact/", contact.safe_contact, name="households_office_safe_contact"),
    path(f"{ONE}/restrict/", contact.restrict, name="households_office_restrict"),
    path(f"{ONE}/allow/", contact.allow, name="households_office_allow"),
    path(f"{ONE}/decide/<str:question>/", findings.decide, name="households_office_decide"),
    path(f"{ONE}/notice/", findings.notice, name="households_office_notice"),
    path(f"{ONE}/duty/", duties.open_duty, name="households_office_open_duty"),
    path(f"{ONE}/became-homeless/", duties.became_homeless, name="households_office_became_homeless"),
    path("duties/<str:reference>/end/", duties.end, name="households_office_end_duty"),
    path(f"{ONE}/stay/", stays.place, name="households_office_place"),
    path("stays/<str:reference>/leave/", stays.leave, name="households_office_leave"),
    path(f"{ONE}/plan/", plans.make, name="households_office_plan"),
    path("plans/<str:reference>/steps/<int:number>/", plans.tick, name="households_office_tick"),
    path("plans/<str:reference>/steps/<int:number>/drop/", plans.drop, name="households_office_drop_step"),
    path(f"{ONE}/letters/<str:kind>/", letters.prepare, name="households_office_prepare_letter"),
    path("letters/<str:reference>/", letters.letter, name="households_office_letter"),
    path("letters/<str:reference>.pdf", letters.pdf, name="households_office_letter_pdf"),
    path("letters/<str:reference>/sign/", letters.countersign, name="households_office_countersign"),
    path("letters/<str:reference>/take-back/", letters.take_back, name="households_office_take_back"),
]
