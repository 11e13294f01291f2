from django.urls import path, re_path

from tenancies.views import office, office_rent, report_actions, reporting, reports

urlpatterns = [
    path("tenancies/", office.listed, name="tenancies_office_list"),
    path("tenancies/check-ins/<str:reference>/", office.check_in, name="tenancies_office_check_in"),
    path("tenancies/<str:reference>/list/", office.tick, name="tenancies_office_tick"),
    path("tenancies/<str:reference>/done/<str:kind>/", office.attended, name="tenancies_office_attended"),
    path("tenancies/<str:reference>/at-risk/", office.put_at_risk, name="tenancies_office_put_at_risk"),
    path("tenancies/<str:reference>/stands-again/", office.recover, name="tenancies_office_recover"),
    path("tenancies/<str:reference>/notice/", office.notice, name="tenancies_office_notice"),
    path("tenancies/<str:reference>/notice/check/", office.check_notice, name="tenancies_office_check_notice"),
    path("tenancies/<str:reference>/notice/case/", office.case_notice, name="tenancies_office_case_notice"),
    path("tenancies/<str:reference>/notice/back/", office.withdraw_notice, name="tenancies_office_withdraw_notice"),
    path("tenancies/<str:reference>/tenant-notice/", office.tenant_notice, name="tenancies_office_tenant_notice"),
    path("tenancies/<str:reference>/tenant-notice/back/", office.stay, name="tenancies_office_stay"),
    path("tenancies/<str:reference>/end/", office.end, name="tenancies_office_end"),
    path("tenancies/<str:reference>/direct-payment/", office.direct_payment, name="tenancies_office_direct_payment"),
    path("tenancies/<str:reference>/rent/", office_rent.enter, name="tenancies_office_rent"),
    path("tenancies/<str:reference>/rent/payment/", office_rent.pay, name="tenancies_office_payment"),
    path("tenancies/<str:reference>/rent/award/", office_rent.award, name="tenancies_office_award"),
    path("tenancies/<str:reference>/rent/first-day/", office_rent.rent_day, name="tenancies_office_rent_day"),
    path("tenancies/<str:reference>/rent/record/", office_rent.record, name="tenancies_office_record"),
    path("tenancies/<str:reference>/rent/<int:number>/", office_rent.correct, name="tenancies_office_correct"),
    path("tenancies/<str:reference>/facts/", office_rent.make_sheet, name="tenancies_office_make_sheet"),
    path("tenancies/<str:reference>/facts/<str:document>/", office_rent.sheet, name="tenancies_office_sheet"),
    path(
        "tenancies/<str:reference>/facts/<str:document>.pdf", office_rent.sheet_pdf, name="tenancies_office_sheet_pdf"
    ),
    path("tenancy-concerns/", reports.office_list, name="tenancies_office_reports"),
    re_path(
        r"^tenancy-concerns/new/(?P<kind>tenancy|household|landlord)/(?P<reference>[^/]+)/$",
        reporting.office_take,
        name="tenancies_office_take",
    ),
    re_path(
        r"^tenancy-concerns/new/(?P<kind>tenancy|household|landlord)/(?P<reference>[^/]+)/(?P<source>[a-z_]+)/(?P<problem>[a-z-]+)/$",
        reporting.office_take_about,
        name="tenancies_office_take_about",
    ),
    path("tenancy-concerns/<str:reference>/", reports.office_report, name="tenancies_office_report"),
    path("tenancy-concerns/<str:reference>/notice/", reports.office_paper, name="tenancies_office_report_paper"),
    path(
        "tenancy-concerns/<str:reference>/notice.pdf",
        reports.office_paper_pdf,
        name="tenancies_office_report_paper_pdf",
    ),
    path(
        "tenancy-concerns/<str:reference>/actions/<int:number>/done/",
        reports.office_tick,
        name="tenancies_office_report_tick",
    ),
    path(
        "tenancy-concerns/<str:reference>/actions/<int:number>/take-out/",
        report_actions.drop,
        name="tenancies_office_report_drop",
    ),
    *(
        path(
            f"tenancy-concerns/<str:reference>/{name.replace('_', '-')}/",
            report_actions.view_of(name),
            name=f"tenancies_office_report_{name}",
        )
        for name in report_actions.ACTS
    ),
]
