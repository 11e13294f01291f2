from core.audit.selectors.trail import history

__all__ = ["history"]
