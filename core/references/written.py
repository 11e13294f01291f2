"""Statements that are written once for a model, where the mapper would compose them anew for every row.

Nearly every service adds and changes rows; what they do here is what `save` and `update` would do.
"""

from functools import cache
from typing import Any, TypeVar

from django.db import connection, models, transaction

M = TypeVar("M", bound=models.Model)


class WrittenQuerySet(models.QuerySet[M]):
    def create(self, **values: Any) -> M:
        if any(is_expression(value) for value in values.values()):
            return super().create(**values)
        row = self.model(**values)
        insert(row)
        return row


def insert(row: models.Model) -> None:
    """Add a row that has no key yet. It may not hold expressions."""
    statement, fields = insertion(type(row))
    found = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    with transaction.mark_for_rollback_on_error(connection.alias), connection.cursor() as cursor:
        cursor.execute(statement, found)
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias


def change(row: models.Model, changes: dict[str, Any], guard: str) -> bool:
    """Write the named columns and raise the `guard`, a number, by one. False when it was raised meanwhile."""
    if any(is_expression(value) for value in changes.values()):
        held = {"pk": row.pk, guard: getattr(row, guard)}
        return bool(type(row)._base_manager.filter(**held).update(**{guard: models.F(guard) + 1}, **changes))
    statement, fields = guarded(type(row), tuple(changes), guard)
    found = [
        field.get_db_prep_save(plain(value, field), connection)
        for field, value in zip(fields, changes.values(), strict=True)
    ]
    with transaction.mark_for_rollback_on_error(connection.alias), connection.cursor() as cursor:
        cursor.execute(statement, [*found, row.pk, getattr(row, guard)])
        return cursor.rowcount > 0


def locked(model: type[M], reference: str) -> M | None:
    """The row of that reference with nothing related, locked until the transaction ends."""
    statement, names, conversions = selection(model)
    if connection.features.has_select_for_update and not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a row is locked inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute(statement, [reference])
        found = cursor.fetchone()
    if found is None:
        return None
    values = list(found)
    for position, converters, expression in conversions:
        for convert in converters:
            values[position] = convert(values[position], expression, connection)
    return model.from_db(connection.alias, names, values)


def is_expression(value: object) -> bool:
    return hasattr(value, "resolve_expression")


def plain(value: Any, field: models.Field) -> Any:
    """The key of a row that is named as a whole, else the value itself."""
    return value.prepare_database_save(field) if isinstance(value, models.Model) else value


@cache
def insertion(model: type[models.Model]) -> tuple[str, list[models.Field]]:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(column(field) for field in fields)
    places = ", ".join("%s" for _ in fields)
    table, key = quoted(model._meta.db_table), column(model._meta.pk)
    return f"INSERT INTO {table} ({columns}) VALUES ({places}) RETURNING {key}", fields  # noqa: S608  names of our own models


@cache
def guarded(model: type[models.Model], names: tuple[str, ...], guard: str) -> tuple[str, list[models.Field]]:
    named = {name: field for field in model._meta.concrete_fields for name in (field.name, field.attname)}
    fields = [named[name] for name in names]
    number, key = quoted(guard), column(model._meta.pk)
    written = ", ".join([f"{number} = {number} + 1", *(f"{column(field)} = %s" for field in fields)])
    table = quoted(model._meta.db_table)
    return f"UPDATE {table} SET {written} WHERE {key} = %s AND {number} = %s", fields  # noqa: S608  names of our own models


@cache
def selection(model: type[models.Model]) -> tuple[str, list[str], list[tuple[int, list[Any], Any]]]:
    """The statement, the names of what it finds, and what has to be converted on the way from the database."""
    fields, table = model._meta.concrete_fields, model._meta.db_table
    columns = [field.get_col(table) for field in fields]
    found = [
        (position, connection.ops.get_db_converters(each) + each.get_db_converters(connection), each)
        for position, each in enumerate(columns)
    ]
    names = ", ".join(column(field) for field in fields)
    lock = connection.ops.for_update_sql() if connection.features.has_select_for_update else ""
    statement = f"SELECT {names} FROM {quoted(table)} WHERE reference = %s {lock}"  # noqa: S608  names of our own models
    return statement, [field.attname for field in fields], [needed for needed in found if needed[1]]


def column(field: models.Field) -> str:
    return quoted(str(field.column))


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
