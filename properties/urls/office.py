from django.urls import path

from properties.views.office import checks, homes, lets, notices

urlpatterns = [
    path("homes/", homes.listed, name="properties_office_list"),
    path("homes/<str:reference>/files/<str:document>/", homes.file, name="properties_office_file"),
    path("homes/<str:reference>/certificates/<slug:kind>/", homes.certificate, name="properties_office_certificate"),
    path("homes/<str:reference>/in-order/", homes.in_order, name="properties_office_in_order"),
    path("homes/<str:reference>/ask/", homes.ask, name="properties_office_ask"),
    path("homes/<str:reference>/visit/", homes.ask_visit, name="properties_office_ask_visit"),
    path("homes/<str:reference>/accept/", homes.accept, name="properties_office_accept"),
    path("homes/<str:reference>/prohibition/", homes.prohibition, name="properties_office_prohibition"),
    path("homes/<str:reference>/notice/", notices.record, name="properties_office_notice_record"),
    path("home-notices/<str:reference>/", notices.notice, name="properties_office_notice"),
    path("home-notices/<str:reference>/settle/", notices.settle, name="properties_office_notice_settle"),
    path("visits/<str:reference>/book/", checks.book, name="properties_office_book"),
    path("visits/<str:reference>/record/", checks.visit, name="properties_office_visit"),
    path("visits/<str:reference>/no-access/", checks.no_access, name="properties_office_no_access"),
    path("visits/<str:reference>/work-done/", checks.actions_done, name="properties_office_actions_done"),
    path("lets/<str:reference>/publish/", lets.publish, name="properties_office_let_publish"),
    path("lets/<str:reference>/ask/", lets.ask, name="properties_office_let_ask"),
    path("lets/<str:reference>/hold/", lets.hold, name="properties_office_let_hold"),
    path("lets/<str:reference>/end-hold/", lets.end_hold, name="properties_office_let_end_hold"),
]
