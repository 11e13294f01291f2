"""Reading a table of the rulebook from a CSV file: each row that will not do is refused, with the reason."""

from core.rulebook.rules.sheets.reading import Column, Refusal, Sheet, SheetRow, read
from core.rulebook.rules.sheets.timeline import Dated, settle

__all__ = ["Column", "Dated", "Refusal", "Sheet", "SheetRow", "read", "settle"]
