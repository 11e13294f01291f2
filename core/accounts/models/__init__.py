from core.accounts.models.invitation import Invitation
from core.accounts.models.persona import DemonstrationPersona
from core.accounts.models.user import RoleGrant, User

__all__ = ["DemonstrationPersona", "Invitation", "RoleGrant", "User"]
