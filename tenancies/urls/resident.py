from django.urls import path

from tenancies.views import reporting, reports, resident

urlpatterns = [
    path("tenancies/", resident.listed, name="tenancies_resident_list"),
    path("tenancies/<str:reference>/facts/<str:document>/", resident.sheet, name="tenancies_resident_sheet"),
    path("tenancies/<str:reference>/facts/<str:document>.pdf", resident.sheet_pdf, name="tenancies_resident_sheet_pdf"),
    path("problems/", reporting.resident_list, name="tenancies_resident_reports"),
    path("problems/told/", reporting.resident_told, name="tenancies_resident_told"),
    path("problems/tell-us/<slug:problem>/", reporting.resident_tell, name="tenancies_resident_tell_us"),
    path("problems/<str:reference>/", reports.resident_report, name="tenancies_resident_report"),
    path("problems/<str:reference>/received/", reporting.resident_received, name="tenancies_resident_report_received"),
    path("problems/<str:reference>/write/", reports.resident_write, name="tenancies_resident_report_write"),
    path("problems/<str:reference>/no-help/", reports.resident_decline, name="tenancies_resident_report_decline"),
    path(
        "problems/<str:reference>/actions/<int:number>/done/",
        reports.resident_tick,
        name="tenancies_resident_report_tick",
    ),
]
