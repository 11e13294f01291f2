from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from core.access.actor import Actor


class Request(HttpRequest):
    """A request as our views see it: it knows who is acting."""

    actor: Actor


Respond = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]
