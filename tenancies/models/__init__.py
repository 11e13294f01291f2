from tenancies.models.tenancy import Tenancy

__all__ = ["Tenancy"]
