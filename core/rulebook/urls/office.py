from django.urls import path

from core.rulebook.views import office

urlpatterns = [
    path("rulebook/", office.index, name="rulebook_office_list"),
    path("rulebook/<slug:name>/", office.table, name="rulebook_office_table"),
]
