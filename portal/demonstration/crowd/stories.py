from portal.demonstration.council import Council
from portal.demonstration.crowd import homes, households, landlords, mistakes
from portal.demonstration.crowd.lives import Crowd
from portal.demonstration.stage import Story


def stories(council: Council) -> list[Story]:
    """Every life of the crowd."""
    crowd = Crowd()
    return [
        *landlords.stories(council),
        *homes.stories(council, crowd),
        *households.stories(council, crowd),
        *mistakes.stories(council),
    ]
