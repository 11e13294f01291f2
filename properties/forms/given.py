"""Between the answers of a questionnaire and what the services take."""

from typing import Any

from core.journeys.rules.walk import Answers, Stored
from core.places.rules import postcode
from properties.forms import evidence, where
from properties.forms.about import NONE, is_room
from properties.models import Home
from properties.rules.certificate import CertificateKind, NotRequired
from properties.rules.home import BURNS_FUEL
from properties.rules.inputs import (
    CertificateGiven,
    Description,
    GroundOneNotice,
    HomeGiven,
    Licensing,
    PhotoGiven,
    Rent,
    Where,
)
from properties.selectors import notices


def to_home(answers: Answers) -> HomeGiven:
    """The home that a finished questionnaire's answers amount to."""
    return HomeGiven(
        where=to_where(answers),
        description=to_description(answers),
        rent=Rent(
            answers["rent"]["rent"], answers["rent"]["rent_frequency"], tuple(answers.value("bills", "bills", ()))
        ),
        notice=to_notice(answers["notice"]),
        licensing=to_licensing(answers),
        certificates=tuple(to_certificate(kind, answers) for kind in CertificateKind if kind in answers),
        photos=to_photos(answers),
    )


def to_where(answers: Answers) -> Where:
    """The place, with the point that the postcode stands for."""
    given = answers["address"]
    place = where.located(answers)
    return Where(
        address=given["address"],
        town=given["town"],
        postcode=str(postcode.parse(given["postcode"])),
        authority_code=answers["council"]["authority_code"],
        brma_key=answers["market-area"]["brma_key"],
        brma_source=where.brma_source(answers),
        lat=place.lat,
        lon=place.lon,
    )


def to_description(answers: Answers) -> Description:
    access, heating = answers["access"]["access"], answers["heating"]
    return Description(
        property_type=answers["type"]["property_type"],
        bedrooms=answers["size"].get("bedrooms", 1),
        max_occupants=answers["size"]["max_occupants"],
        room_in_shared_house=is_room(answers),
        floor=answers.value("floor", "floor") or 0,
        has_lift=bool(answers.value("floor", "has_lift")),
        step_free="step_free" in access,
        wheelchair_accessible="wheelchair_accessible" in access,
        parking="parking" in access,
        furnished=answers["furnished"]["furnished"],
        pets_considered=answers["rules"]["pets_considered"],
        smoking_allowed=answers["rules"]["smoking_allowed"],
        has_gas=heating["has_gas"],
        heating=heating["heating"],
        has_fuel_burning_appliance=heating["heating"] in BURNS_FUEL or heating["other_burners"],
        supplies_electrical_equipment=heating["supplies_electrical_equipment"],
    )


def to_notice(given: dict[str, Any]) -> GroundOneNotice:
    return GroundOneNotice(
        given=given["given"],
        served_on=given.get("served_on"),
        specified_on=given.get("specified_on"),
        other_order_on=given.get("other_order_on"),
    )


def to_licensing(answers: Answers) -> Licensing:
    selective, hmo = answers["selective"], answers["hmo"]["hmo"]
    return Licensing(
        selective_area=selective["in_area"],
        selective_number=selective.get("number") or "",
        selective_expires_on=selective.get("expires_on"),
        hmo_mandatory=hmo == "mandatory",
        hmo_additional=hmo == "additional",
        hmo_number=answers.value("hmo-licence", "number", ""),
        hmo_expires_on=answers.value("hmo-licence", "expires_on"),
    )


def to_certificate(kind: CertificateKind, answers: Answers) -> CertificateGiven:
    given, details = answers[kind.value], answers.get(f"{kind}-details", {})
    if given["how"] == evidence.EXEMPT:
        return CertificateGiven(kind, not_required_because=NotRequired.EPC_EXEMPT)
    if given["how"] == evidence.LATER:
        return CertificateGiven(kind)
    return CertificateGiven(
        kind=kind,
        document_reference=given["documents"][0],
        number=details["number"],
        issued_on=details["issued_on"],
        expires_on=details["expires_on"],
        epc_band=details.get("epc_band", ""),
    )


def to_photos(answers: Answers) -> tuple[PhotoGiven, ...]:
    return tuple(
        PhotoGiven(reference, answers["photo-words"][reference])
        for reference in answers.value("photos", "photos", [])
        if reference in answers.get("photo-words", {})
    )


def yes_no(value: bool) -> str:
    return "yes" if value else "no"


def day(name: str, value: Any) -> dict[str, str]:
    """A date as a browser sends it, or nothing."""
    return {} if value is None else {f"{name}-{part}": str(getattr(value, part)) for part in ("day", "month", "year")}


def answers_of(home: Home) -> Stored:
    """What a landlord once answered, as a browser would send it: where the questions begin when a home is changed."""
    return {**where_of(home), **what_of(home), **letting_of(home)}


def where_of(home: Home) -> Stored:
    notice = notices.newest(home)
    return {
        "address": {"address": home.address, "town": home.town, "postcode": home.postcode},
        "council": {"authority_code": home.authority_code},
        "market-area": {"brma_key": home.brma_key},
        "notice": {
            "given": yes_no(notice.given),
            **day("served_on", notice.served_on),
            **day("specified_on", notice.specified_on),
            **day("other_order_on", notice.other_order_on),
        },
    }


def what_of(home: Home) -> Stored:
    burners = home.has_fuel_burning_appliance and home.heating not in BURNS_FUEL
    access = [name for name in ("step_free", "wheelchair_accessible", "parking") if getattr(home, name)]
    return {
        "type": {"property_type": home.property_type},
        "shared": {"room_in_shared_house": yes_no(home.room_in_shared_house)},
        "size": {"bedrooms": str(home.bedrooms), "max_occupants": str(home.max_occupants)},
        "floor": {
            "level": "above" if home.floor else "ground",
            "floor": str(home.floor or ""),
            "has_lift": yes_no(home.has_lift),
        },
        "access": {"access": access or [NONE]},
        "furnished": {"furnished": home.furnished},
        "rules": {
            "pets_considered": yes_no(home.pets_considered),
            "smoking_allowed": yes_no(home.smoking_allowed),
        },
        "heating": {
            "has_gas": yes_no(home.has_gas),
            "heating": home.heating,
            "other_burners": yes_no(burners),
            "supplies_electrical_equipment": yes_no(home.supplies_electrical_equipment),
        },
    }


def letting_of(home: Home) -> Stored:
    hmo = "mandatory" if home.hmo_mandatory else "additional" if home.hmo_additional else NONE
    return {
        "rent": {"rent": home.rent.plain, "rent_frequency": home.rent_frequency},
        "bills": {"bills": home.bills_included or [NONE]},
        "selective": {
            "in_area": yes_no(home.in_selective_licensing_area),
            "number": home.selective_licence_number,
            **day("expires_on", home.selective_licence_expires_on),
        },
        "hmo": {"hmo": hmo},
        "hmo-licence": {"number": home.hmo_licence_number, **day("expires_on", home.hmo_licence_expires_on)},
    }
