import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings

from core.notifications.providers import mime
from core.notifications.providers.base import Envelope, PermanentFailure, Receipt, TemporaryFailure
from core.notifications.rules.message import Channel


@dataclass(frozen=True)
class SmtpProvider:
    """Hands e-mail to the council's mail server, one connection a message.

    What the server says about the person or the message with a 5xx is for good. Everything that is
    about the connection, our account or our own address is for now: it is ours to put right.
    """

    host: str
    port: int
    username: str = ""
    password: str = ""
    starttls: bool = False
    implicit_tls: bool = False
    timeout: float = 15

    name = "smtp"
    channels = frozenset({Channel.EMAIL})

    def send(self, envelope: Envelope) -> Receipt:
        mail = mime.compose(envelope)
        try:
            server = self._connect()
        except (OSError, smtplib.SMTPException) as error:
            raise TemporaryFailure(f"The mail server cannot be reached: {_words(error)}") from error
        try:
            server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            code, text = next(iter(error.recipients.values()))
            raise _failure(code, text) from error
        except smtplib.SMTPDataError as error:
            raise _failure(error.smtp_code, error.smtp_error) from error
        except (OSError, smtplib.SMTPException) as error:
            raise TemporaryFailure(f"The mail server did not take it: {_words(error)}") from error
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
        return Receipt(provider_id=str(mail["Message-ID"]), copy=mime.as_text(mail))

    def find(self, _reference: str) -> Receipt | None:
        """A mail server cannot be asked what it took."""
        return None

    def _connect(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        server: smtplib.SMTP
        if self.implicit_tls:
            server = smtplib.SMTP_SSL(self.host, self.port, timeout=self.timeout, context=context)
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=self.timeout)
        try:
            if self.starttls:
                server.starttls(context=context)
            if self.username:
                server.login(self.username, self.password)
        except BaseException:
            server.close()
            raise
        return server


def from_settings() -> SmtpProvider:
    return SmtpProvider(
        host=settings.EMAIL_HOST,
        port=settings.EMAIL_PORT,
        username=settings.EMAIL_HOST_USER or "",
        password=settings.EMAIL_HOST_PASSWORD or "",
        starttls=settings.EMAIL_USE_TLS,
        implicit_tls=settings.EMAIL_USE_SSL,
        timeout=settings.EMAIL_TIMEOUT or 15,
    )


def _failure(code: int, text: bytes | str) -> Exception:
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    kind = PermanentFailure if 500 <= code < 600 else TemporaryFailure
    return kind(f"{code} {said}")


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__
