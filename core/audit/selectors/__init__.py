from core.audit.selectors.trail import history, last_at

__all__ = ["history", "last_at"]
