from deposits.models.application import SchemeApplication
from deposits.models.guarantee import Guarantee, Inventory, InventoryPhoto
from deposits.models.scheme import Scheme, SchemeVersion

__all__ = ["Guarantee", "Inventory", "InventoryPhoto", "Scheme", "SchemeApplication", "SchemeVersion"]
