from django.apps import AppConfig


class JourneysConfig(AppConfig):
    name = "core.journeys"
    label = "journeys"
