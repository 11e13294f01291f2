from datetime import date
from typing import Any

from core.access.actor import Actor, Can
from core.audit.selectors import history
from core.ui.components import Happening
from properties.models import Home, Let
from properties.selectors import doing, evidence, homes, lets, notices, photos, rents


def happenings(home: Home, actor: Actor) -> list[Happening]:
    """What happened to the home, on the visits to it and with notices for it, newest first."""
    return history(actor, *(row.subject for row in (home, *home.checks.all(), *home.notices.all())))


def for_landlord(home: Home, actor: Actor, on: date) -> dict[str, Any]:
    """A landlord's page about one home: what is missing, its certificates, photos and lettings, what has happened."""
    documents = photos.documents_of(home)
    pictures, waiting = photos.private(home, documents, "properties_landlord_file")
    return {
        "home": home,
        "strip": homes.strip(home, actor, on),
        "actions": doing.landlord(home, actor),
        "missing": evidence.left_to_do(home, on),
        "certificates": evidence.for_landlord(home, on),
        "visit": homes.check_rows(homes.last_check(home)),
        "pictures": pictures,
        "waiting": waiting,
        "photos": home.photos.all(),
        "lets": lets.table(list(home.lets.all()), actor),
        "happenings": happenings(home, actor),
        **homes.rows(home),
    }


def for_office(home: Home, actor: Actor, on: date) -> dict[str, Any]:
    """An officer's page about one home: what to do now, what stands against letting it, and all that it rests on."""
    documents = photos.documents_of(home)
    pictures, waiting = photos.private(home, documents, "properties_office_file")
    may_verify = actor.can(Can.VERIFY_CERTIFICATES)
    return {
        "home": home,
        "strip": homes.strip(home, actor, on),
        "actions": doing.office(home, actor),
        "missing": evidence.missing(home, on),
        "certificates": evidence.for_office(home, documents, on, may_verify=may_verify),
        "comparison": rents.compare(home, home.monthly_rent, on),
        "visit": homes.check_rows(homes.last_check(home)),
        "pictures": pictures,
        "waiting": waiting,
        "lets": lets.table(list(home.lets.all()), actor),
        "notices": notices.table(home.notices.all(), actor),
        "happenings": happenings(home, actor),
        **homes.rows(home),
    }


def for_let(let: Let, actor: Actor, on: date) -> dict[str, Any]:
    """An officer's page about a home to rent."""
    return {
        "let": let,
        "home": let.home,
        "strip": lets.strip(let, actor, on),
        "actions": lets.office_actions(let, actor),
        "rows": lets.rows(let, on),
        "what": homes.rows(let.home)["what"],
        "missing": evidence.missing(let.home, max(on, let.available_from)),
        "comparison": rents.compare(let.home, let.monthly_rent, on),
        "happenings": history(actor, let.subject),
    }
