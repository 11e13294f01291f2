import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
application = get_wsgi_application()


def settle() -> None:
    """Load every page's code before the first visitor, and keep the garbage collector from going through it again.

    A page makes thousands of objects of which few are garbage in a ring: looked for every 700, they cost a tenth of it.
    """
    from django.urls import resolve

    resolve("/")
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


settle()
