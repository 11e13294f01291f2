from lettings.models.affordability import AffordabilityCheck
from lettings.models.nomination import Nomination, Viewing
from lettings.models.offer import Offer, SuitabilityRow
from lettings.models.release import EarlyRelease

__all__ = ["AffordabilityCheck", "EarlyRelease", "Nomination", "Offer", "SuitabilityRow", "Viewing"]
