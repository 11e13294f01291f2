from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import WARNING
from django.core.mail import EmailMessage
from django.forms import BaseForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Kind
from core.accounts import session as marks
from core.accounts.models import User
from core.accounts.services import people
from core.notifications.mail import TEMPLATE_HEADER


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail code or passkey. Landlords register themselves; everyone else is invited."""

    def save_user(
        self, request: HttpRequest, user: AbstractBaseUser, form: BaseForm, commit: bool = True
    ) -> AbstractBaseUser:
        del request, user, commit
        return people.register_landlord(email=form.cleaned_data["email"], name=form.cleaned_data["name"], at=now())

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        for mark in (marks.SIGNED_IN_AT, marks.USED_AT, marks.DEMONSTRATION):
            request.session.pop(mark, None)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Links in a message lead to the configured address, whatever host the request named."""
        own = {
            "signup_url": settings.SITE_URL + reverse("account_signup"),
            "sign_in_url": settings.SITE_URL + reverse("account_login"),
            "council_name": settings.COUNCIL_NAME,
            "council_telephone": settings.COUNCIL_TELEPHONE,
        }
        super().send_mail(template_prefix, email, context | own)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """The outbox shows which text a message was made from."""
        named = {**(headers or {}), TEMPLATE_HEADER: template_prefix}
        return super().render_mail(template_prefix, email, context, named)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Our pages say themselves that someone is signed in or that a code is on its way."""
        if level < WARNING and (message_template or "").startswith("account/messages/"):
            return
        super().add_message(request, level, message_template, message_context, extra_tags, message)

    def get_login_stages(self) -> list[str]:
        ours = f"{StaffSecondFactor.__module__}.{StaffSecondFactor.__name__}"
        theirs = f"{AuthenticateStage.__module__}.{AuthenticateStage.__name__}"
        return [ours if stage == theirs else stage for stage in super().get_login_stages()]

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        """A passkey first, for those who have no app to read a code from."""
        methods = super().get_reauthentication_methods(user)
        if is_mfa_enabled(user, [Authenticator.Type.TOTP]):
            return methods
        return sorted(methods, key=lambda method: not method["id"].endswith(":webauthn"))


class StaffSecondFactor(AuthenticateStage):
    """After the code, staff give a second factor. To others a passkey is another way in, not a second lock."""

    def _should_handle(self, request: HttpRequest) -> bool:
        user = self.login.user
        return isinstance(user, User) and user.kind == Kind.OFFICER and super()._should_handle(request)


class SecondFactorAdapter(DefaultMFAAdapter):
    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """A name to tell passkeys apart until their owner gives a better one."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return f"Passkey {number}"

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff keep at least one second factor; a lost one is reset by an administrator."""
        if authenticator.user.kind != Kind.OFFICER:
            return True
        others = Authenticator.objects.filter(
            user=authenticator.user, type__in=[Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
        ).exclude(pk=authenticator.pk)
        return others.exists()
