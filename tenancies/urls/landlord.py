from django.urls import path

from tenancies.views import landlord, reporting, reports

urlpatterns = [
    path("tenancies/", landlord.listed, name="tenancies_landlord_list"),
    path("tenancies/<str:reference>/rent/", landlord.enter, name="tenancies_landlord_rent"),
    path("tenancies/<str:reference>/rent/payment/", landlord.pay, name="tenancies_landlord_payment"),
    path("tenancies/<str:reference>/rent/award/", landlord.award, name="tenancies_landlord_award"),
    path("tenancies/<str:reference>/rent/first-day/", landlord.rent_day, name="tenancies_landlord_rent_day"),
    path("tenancies/<str:reference>/rent/record/", landlord.record, name="tenancies_landlord_record"),
    path("tenancies/<str:reference>/rent/<int:number>/", landlord.correct, name="tenancies_landlord_correct"),
    path("tenancies/<str:reference>/facts/", landlord.make_sheet, name="tenancies_landlord_make_sheet"),
    path("tenancies/<str:reference>/facts/<str:document>/", landlord.sheet, name="tenancies_landlord_sheet"),
    path("tenancies/<str:reference>/facts/<str:document>.pdf", landlord.sheet_pdf, name="tenancies_landlord_sheet_pdf"),
    path("call-before-you-serve/", reporting.landlord_list, name="tenancies_landlord_reports"),
    path("call-before-you-serve/other/", reporting.landlord_choose_other, name="tenancies_landlord_tell_us_other"),
    path(
        "call-before-you-serve/other/<slug:problem>/",
        reporting.landlord_tell_other,
        name="tenancies_landlord_tell_us_other_about",
    ),
    path("tenancies/<str:reference>/tell-us/", reporting.landlord_choose, name="tenancies_landlord_tell_us"),
    path(
        "tenancies/<str:reference>/tell-us/<slug:problem>/",
        reporting.landlord_tell,
        name="tenancies_landlord_tell_us_about",
    ),
    path("reports/<str:reference>/", reports.landlord_report, name="tenancies_landlord_report"),
    path("reports/<str:reference>/received/", reporting.landlord_received, name="tenancies_landlord_report_received"),
    path("reports/<str:reference>/write/", reports.landlord_write, name="tenancies_landlord_report_write"),
    path(
        "reports/<str:reference>/actions/<int:number>/done/",
        reports.landlord_tick,
        name="tenancies_landlord_report_tick",
    ),
]
