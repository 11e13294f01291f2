from django.urls import URLResolver, include, path

from core.accounts.urls import office as accounts_office
from core.accounts.urls import public as accounts_public
from core.audit.urls import office as audit_office
from core.notifications.urls import office as notifications_office
from core.notifications.urls import public as notifications_public
from core.rulebook.urls import office as rulebook_office
from portal import errors
from portal.views import front_door, health
from workspaces.selectors import hidden

NOT_USED = ("account/password/<path:rest>", "account/reauthenticate/", "account/email/")
APPS = ("workspaces", "deposits", "tenancies", "lettings", "households", "properties", "landlords")


def doors() -> list[URLResolver]:
    """The pages of each audience behind its prefix, and each app's public ones."""
    behind = [
        path(f"{door}/", include([path("", include(f"{app}.urls.{door}")) for app in APPS]))
        for door in ("landlord", "resident", "office")
    ]
    return behind + [path("", include(f"{app}.urls.public")) for app in APPS]


urlpatterns = [
    path("health/", health.health, name="health"),
    *(path(address, errors.closed, name="closed") for address in NOT_USED),
    path("", include(accounts_public)),
    path("", include(notifications_public)),
    path("front-door/", front_door.front_door, name="front_door"),
    path("office/", include(accounts_office)),
    path("office/", include(audit_office), {"hidden": hidden.casework}),
    path("office/", include(notifications_office), {"hidden": hidden.casework}),
    path("office/", include(rulebook_office)),
    path("account/", include("allauth.urls")),
    path("cms/account/", errors.closed, name="closed_in_editor"),
    path("cms/", include("cms.urls.editor")),
    *doors(),
    path("", include("core.documents.urls")),
    path("", include("cms.urls.public")),
]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.refused"
handler404 = "portal.errors.not_found"
handler409 = "portal.errors.conflict"
handler500 = "portal.errors.server_error"
