from core.audit.services.events import record

__all__ = ["record"]
