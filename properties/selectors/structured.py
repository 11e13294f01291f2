"""A home to rent as search engines read it: the terms of schema.org, and no more than the page itself shows."""

from typing import Any

from core.ui.components import Picture
from properties.models import Let
from properties.rules.home import PropertyType

KINDS = {PropertyType.FLAT: "Apartment", PropertyType.OTHER: "Accommodation"}
FEATURES = {
    "step_free": "No steps",
    "wheelchair_accessible": "Wheelchair access",
    "has_lift": "Lift",
    "parking": "Parking",
}


def listing(let: Let, title: str, *, site: str, url: str, pictures: list[Picture]) -> dict[str, Any]:
    """The page of an available home as a RealEstateListing: the town stands for the address, which is not public."""
    home = let.home
    kind = "Room" if home.room_in_shared_house else KINDS.get(PropertyType(home.property_type), "House")
    return {
        "@context": "https://schema.org",
        "@type": "RealEstateListing",
        "name": title,
        "url": site + url,
        "datePosted": let.published_at.date().isoformat() if let.published_at else "",
        "image": [site + picture.url for picture in pictures],
        "mainEntity": {
            "@type": kind,
            "name": title,
            "description": let.description,
            "numberOfBedrooms": home.bedrooms,
            "occupancy": {"@type": "QuantitativeValue", "maxValue": home.max_occupants},
            "floorLevel": str(home.floor),
            "petsAllowed": home.pets_considered,
            "smokingAllowed": home.smoking_allowed,
            "amenityFeature": [
                {"@type": "LocationFeatureSpecification", "name": name, "value": True}
                for attribute, name in FEATURES.items()
                if getattr(home, attribute)
            ],
            "address": {"@type": "PostalAddress", "addressLocality": home.area_label, "addressCountry": "GB"},
        },
        "offers": {
            "@type": "Offer",
            "businessFunction": "http://purl.org/goodrelations/v1#LeaseOut",
            "price": let.monthly_rent.plain,
            "priceCurrency": "GBP",
            "priceSpecification": {
                "@type": "UnitPriceSpecification",
                "price": let.monthly_rent.plain,
                "priceCurrency": "GBP",
                "unitCode": "MON",
            },
            "availabilityStarts": let.available_from.isoformat(),
        },
    }
