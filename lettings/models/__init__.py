from lettings.models.nomination import Nomination, Viewing
from lettings.models.offer import Offer, SuitabilityRow

__all__ = ["Nomination", "Offer", "SuitabilityRow", "Viewing"]
