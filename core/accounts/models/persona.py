from django.db import models

from core.accounts.models.user import User


class DemonstrationPersona(models.Model):
    """Someone of the demonstration council, as the demonstration sign-in page presents them."""

    slug = models.SlugField(unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="personas")
    role_label = models.CharField(max_length=60)
    story = models.CharField(max_length=200)
    scenario = models.PositiveSmallIntegerField(null=True)
    landing = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.slug

    @property
    def as_whom(self) -> str:
        return f"as {self.user.name}"
