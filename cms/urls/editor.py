from django.urls import include, path, re_path
from wagtail.admin import urls as wagtail_admin

from cms.views import editor

urlpatterns = [
    path("login/", editor.after_signing_in, name="cms_editor_sign_in"),
    re_path(r"^(?:documents|groups|password_reset|users)(?:/.*)?$", editor.not_here, name="cms_editor_not_here"),
    path("", include(wagtail_admin)),
]
