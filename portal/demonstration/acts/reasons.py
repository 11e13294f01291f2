"""Why an officer found what they found, in words that are true to how and why the home was lost.

Help begins with what people say: no reason rests on a paper that they were asked for.
"""

from households.rules.case import Question

SETTLED = "They told us they are British and have always lived here. Nothing says otherwise."
TOLD_NO_MORE = "They told us what happened, and nothing speaks against it."

THREATENED = {
    "end_prs_assured": "The landlord wants the home back. They told us of the notice and its date, and we rang the "
    "landlord, who said the same.",
    "end_prs_not_assured": "They lodge with the owner, who told us the day by which they are to be gone.",
    "family_friends": "We rang the family with whom they stay: they cannot keep them beyond the next weeks.",
    "relationship_breakdown": "They have parted, and the other, in whose name the home is, has asked them to go.",
    "domestic_abuse": "They told us why it is not safe to stay. We believe them, asked nobody else, and need no proof.",
    "other_violence": "They told us of the threats near their home. It will not be reasonable to stay there long.",
    "evicted_supported": "Their support worker told us the day on which the place in the house ends.",
    "end_social": "The housing association told us that the court made an order, and the day in it.",
    "left_institution": "The ward told us the day on which they leave. There is no home to go back to.",
    "asylum_support": "They have leave to stay now, so the Home Office ends the accommodation within weeks.",
    "home_unsuitable_health": "They told us how the stairs are for them. It will not be reasonable to go on there.",
    "other_unknown": "They told us that the next rent cannot be paid, and the day on which the keys go back.",
}
HOMELESS = {
    "end_prs_assured": "The tenancy ended and they had to go. They told us when, and the landlord said the same.",
    "end_prs_not_assured": "They lodged with the owner, who has taken the room back. They have nowhere else.",
    "family_friends": "We rang the family with whom they stayed: there is no room for them any more.",
    "relationship_breakdown": "They have parted and left. The home is in the other’s name, and they have no other.",
    "domestic_abuse": "They told us why it is not safe to go back. We believe them, asked nobody else, and need no "
    "proof: it is not reasonable to live there (s177(1)).",
    "other_violence": "They told us of the threats. It is not reasonable to go back there (s177(1)).",
    "evicted_supported": "Their support worker told us that the place ended, and that there is no other for them.",
    "end_social": "The bailiffs came on the court’s order. The housing association told us so.",
    "left_institution": "They came out with no home to go to, and slept wherever they could.",
    "asylum_support": "The Home Office accommodation has ended, and they have no other home.",
    "home_unsuitable_health": "They cannot get up and down the stairs. It is not reasonable to stay (s175(3)).",
    "other_unknown": "They told us what happened to the home. They cannot go back, and have no other.",
}
NEITHER = "They may stay where they are for now, and nothing says that they must go within 56 days."

NEED = {
    "dependent_children": "Their children live with them.",
    "pregnant": "A baby is expected. They told us when, and we asked for no note.",
    "domestic_abuse": "They are homeless because of domestic abuse, and we believe what they told us.",
    "mental_health": "They told us how ill they have been. Without a home they would come to more harm than others.",
    "physical_disability": "They told us what they can and cannot do. Without a home they would come to more harm "
    "than others.",
}
NO_NEED = (
    "We asked about health, age, care, custody, the forces and violence. Nothing of it would make being homeless "
    "worse for them than for others."
)

NOT_ON_PURPOSE = {
    "end_prs_assured": "The landlord wanted the home back. They did nothing on purpose that lost it.",
    "end_prs_not_assured": "The owner took the room back for reasons of their own.",
    "family_friends": "They were guests of the family and had to go when they were asked.",
    "relationship_breakdown": "The home was in the other’s name, so they could not have stayed.",
    "domestic_abuse": "They left because of abuse. It was not reasonable to stay, so leaving was not their doing.",
    "other_violence": "They left because they were threatened. It was not reasonable to stay.",
    "evicted_supported": "The place was for a time, and the time was over.",
    "end_social": "The rent fell behind when the hours at work were cut. That was no choice of theirs.",
    "left_institution": "They had no home before they went in, so there was none to lose.",
    "asylum_support": "The accommodation ends with the leave to stay. That is no act of theirs.",
    "home_unsuitable_health": "Their health changed. It was not reasonable to stay.",
}
BY_CHOICE_OF_NOBODY = "They could not pay the rent any more. They did nothing on purpose that lost the home."


def of(question: Question, answer: str, lost: str, categories: tuple[str, ...]) -> str:
    """The reasons for one finding, where the story gives no others. `lost` is the reason why the home is lost."""
    if question is Question.ELIGIBLE:
        return SETTLED
    if question is Question.HOMELESSNESS:
        if answer == "neither":
            return NEITHER
        return (THREATENED if answer == "threatened" else HOMELESS).get(lost, TOLD_NO_MORE)
    if question is Question.PRIORITY_NEED:
        return " ".join(NEED.get(each, TOLD_NO_MORE) for each in categories) or NO_NEED
    if question is Question.INTENTIONAL:
        return NOT_ON_PURPOSE.get(lost, BY_CHOICE_OF_NOBODY)
    return "They have lived in the district for more than three of the last five years."
