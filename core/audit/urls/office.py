from django.urls import path

from core.audit.views import office

urlpatterns = [path("audit/", office.index, name="audit_office_list")]
