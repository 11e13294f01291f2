"""The notice to a person whose data came from someone else (UK GDPR Art 14): one text, by e-mail and on paper."""

from collections.abc import Iterable

from django.conf import settings

from core.documents.letter import Block, Bullets, Heading, Paragraph
from core.notifications.rules.message import Message
from tenancies.models import ProblemReport

NOTES = "our notes of what you and we say to each other"


def held(report: ProblemReport) -> list[str]:
    """The kinds of data that we hold about the tenant in a report, in words that give nothing of it away."""
    household, answered = report.household, "what the concern is about"
    if report.answers:
        answered += ", and short answers to our questions about it"
    kinds = [
        ("your name", report.tenant),
        ("your address", report.where[0]),
        ("your telephone number", household.telephone if household else report.tenant_telephone),
        ("your e-mail address", household.email if household else report.tenant_email),
        (answered, report.problem),
        ("what somebody wrote to us in their own words", report.words),
        (NOTES, True),
    ]
    return [words for words, value in kinds if value]


def notice(report: ProblemReport, words: str, source: str, days: int) -> tuple[Block, ...]:
    """What the officer says, and all that Art 14(1) and (2) ask for.

    `source` is who told us, as far as the tenant is to know it. `days` are those after which what we were told is
    deleted when they say no to help.
    """
    council, telephone = settings.COUNCIL_NAME, settings.COUNCIL_TELEPHONE
    return (
        Paragraph(words),
        Paragraph("You do not have to leave your home because of this. Ring us and we talk it through."),
        Heading("Who we are"),
        Paragraph(
            f"We are {council}. Ring {telephone}. You can ask for the person who looks after data protection here."
        ),
        Heading("What we hold about you"),
        Bullets(tuple(held(report))),
        Paragraph(f"Who told us: {source}."),
        Heading("What we use it for"),
        Paragraph(
            "We use it only to offer you help to keep your home. That is our duty under section 179 of the Housing Act "
            "1996. The law calls it a public task (UK GDPR Article 6(1)(e))."
        ),
        Heading("Who sees it"),
        Paragraph(
            "Only the officers who can help you. Your landlord reads nothing of what you tell us, but what you agree "
            "to share. We do not sell it or send it abroad. No decision about you is made by a machine."
        ),
        Heading("How long we keep it"),
        Paragraph(
            f"If you say no to help, we delete it {days} days later. If not, we keep it while we help you, and then "
            "only as long as we need it for our job or the law says. Ask us for our list of times."
        ),
        Heading("What you can do"),
        Bullets(
            (
                "Take the help, or say no to it.",
                "Ask to see what we hold, and to have it put right.",
                "Ask us to delete it, or to use it only in some ways.",
                "Object: tell us that you do not want us to use it. We then stop, unless we have a strong reason.",
                "Complain to us. We say within 30 days that we have your complaint.",
                "Complain to the Information Commissioner: ico.org.uk, or ring 0303 123 1113.",
            )
        ),
    )


def concern_raised(report: ProblemReport, name: str, blocks: Iterable[Block]) -> Message:
    """The notice as a message."""
    return Message(
        template="report_article_14",
        subject=f"Help to keep your tenancy: {report.reference}",
        body="\n\n".join((f"Dear {name}", *(in_plain_text(block) for block in blocks))),
    )


def in_plain_text(block: Block) -> str:
    if isinstance(block, Bullets):
        return "\n".join(f"- {item}" for item in block.items)
    if isinstance(block, Heading | Paragraph):
        return block.text
    raise TypeError(f"a message has no {block.block}")
