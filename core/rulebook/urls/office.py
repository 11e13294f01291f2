from django.urls import path

from core.rulebook.views import notices, office

urlpatterns = [
    path("notice-checker/", notices.check, name="rulebook_office_notice"),
    path("rulebook/", office.index, name="rulebook_office_list"),
    path("rulebook/<slug:name>/", office.table, name="rulebook_office_table"),
]
