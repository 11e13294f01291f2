from core.access.actor import Actor, Kind
from core.access.policy import Verdict, allow_if
from core.documents import messages
from core.documents.models import Document


def may_link(actor: Actor, document: Document) -> Verdict:
    """Only who sent a file may give it to a record, so that nobody can name another person's file."""
    own = actor.user_id is not None and document.uploaded_by_id == actor.user_id
    return allow_if(own or actor.kind in (Kind.OFFICER, Kind.SYSTEM), messages.not_yours())
