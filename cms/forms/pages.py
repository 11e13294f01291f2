from types import SimpleNamespace
from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from cms import readiness


class PageForm(WagtailAdminPageForm):
    """What an editor sends of a page. A draft may be unfinished; what is published or put forward may not."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            typed = SimpleNamespace(**{name: cleaned[name] for name in ("body", "contacts") if name in cleaned})
            for field, words in readiness.faults(typed).items():
                self.add_error(field, words)
        return cleaned
