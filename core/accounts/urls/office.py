from django.urls import path

from core.accounts.views.office import staff

urlpatterns = [
    path("staff/", staff.index, name="accounts_office_staff"),
    path("staff/invite/", staff.invite, name="accounts_office_invite"),
    path("staff/invitations/<str:ref>/take-back/", staff.revoke, name="accounts_office_revoke"),
    path("staff/<str:ref>/", staff.member, name="accounts_office_member"),
    path("staff/<str:ref>/close/", staff.close, name="accounts_office_close"),
    path("staff/<str:ref>/reopen/", staff.reopen, name="accounts_office_reopen"),
    path("staff/<str:ref>/reset-second-step/", staff.reset, name="accounts_office_reset"),
]
