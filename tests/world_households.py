"""Households and what is found about them for tests, made through services."""

from datetime import date

from core.access.actor import Actor, Kind
from households.models import Duty, Household
from households.rules.case import MemberRole, Question, Restriction
from households.rules.duty import DutyKind
from households.services import cases, decisions, duties
from households.services.cases import Contact, Needs, Person
from households.services.decisions import Finding
from tests.replay import replayed
from tests.world_people import People


class Households(People):
    @replayed
    def household(
        self,
        *people: Person,
        duty: DutyKind | None = DutyKind.RELIEF,
        satisfied_on: date | None = None,
        needs: Needs | None = None,
        resident: bool = True,
        name: str = "Ama Field",
        actor: Actor | None = None,
        restriction: Restriction | None = None,
    ) -> Household:
        actor = actor or self.housing
        people = people or (
            Person("Ama Field", MemberRole.APPLICANT, born_on=date(1994, 3, 2), sex="F"),
            Person("Kit", MemberRole.CHILD, born_on=date(2019, 5, 6), sex="M"),
        )
        self.people += 1
        row = cases.open_case(
            contact=Contact(name=name, email=f"household{self.people}@example.com", telephone="+441632960010"),
            people=people,
            approach_on=min(self.on, satisfied_on or self.on),
            restriction=restriction,
            actor=actor,
            at=self.at,
        )
        row = cases.change_needs(
            ref=row.reference,
            seen=row.version,
            needs=needs or Needs(brma_key="NORTH_WEST_KENT", wanted_areas=("DA1", "DA2")),
            actor=actor,
            at=self.at,
        )
        if duty is not None:
            self.duty(row, duty, satisfied_on or self.on, actor)
        if resident:
            Household.objects.filter(pk=row.pk).update(resident_id=self.someone(Kind.RESIDENT).user_id)
        return Household.objects.get(pk=row.pk)

    def decide(self, row: Household, question: Question, answer: str, *categories: str, actor: Actor | None = None):
        return decisions.decide(
            ref=row.reference,
            seen=Household.objects.get(pk=row.pk).version,
            finding=Finding(question, answer, "What they told us and we found", self.on, categories),
            actor=actor or self.housing,
            at=self.at,
        )

    def duty(self, row: Household, kind: DutyKind, satisfied_on: date, actor: Actor | None = None) -> Duty:
        limb = "threatened" if kind is DutyKind.PREVENTION else "homeless"
        self.decide(row, Question.ELIGIBLE, "yes", actor=actor)
        row = self.decide(row, Question.HOMELESSNESS, limb, actor=actor)
        return duties.open_duty(
            ref=row.reference,
            seen=row.version,
            kind=kind,
            satisfied_on=satisfied_on,
            actor=actor or self.housing,
            at=self.at,
        )
