from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page


class Owner(models.Model):
    name = models.CharField(max_length=100)


class Row(models.Model):
    """A row as a case system has them: a reference, a state, an owner, a sum, a day."""

    reference = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    state = models.CharField(max_length=20, db_index=True)
    owner = models.ForeignKey(Owner, on_delete=models.PROTECT)
    pence = models.BigIntegerField()
    due_on = models.DateField(db_index=True)


class Note(models.Model):
    row = models.ForeignKey(Row, on_delete=models.PROTECT)
    text = models.TextField()


class BarePage(Page):
    body = StreamField(
        [("heading", blocks.CharBlock()), ("text", blocks.RichTextBlock()), ("link", blocks.PageChooserBlock())]
    )
    template = "baseline/page.html"
