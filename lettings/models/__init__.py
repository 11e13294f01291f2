from lettings.models.affordability import AffordabilityCheck
from lettings.models.nomination import Nomination, Viewing
from lettings.models.offer import Offer, SuitabilityRow

__all__ = ["AffordabilityCheck", "Nomination", "Offer", "SuitabilityRow", "Viewing"]
