from django.urls import path

from core.accounts.views import account, demonstration, invitation

urlpatterns = [
    path("demonstration/", demonstration.sign_in, name="demonstration"),
    path("account/login/code/", account.sign_in_again, name="accounts_public_sign_in_again"),
    path("account/2fa/webauthn/add/", account.add_passkey, name="accounts_add_passkey"),
    path("account/2fa/totp/activate/", account.set_up_app, name="accounts_set_up_app"),
    path("account/second-step/", account.second_step, name="accounts_second_step"),
    path("account/invitation/<str:token>/", invitation.accept, name="accounts_public_invitation"),
]
