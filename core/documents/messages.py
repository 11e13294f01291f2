"""What we say when we cannot take a file: what is wrong, and what to do about it."""

from core.documents.rules.kinds import SHORT_NAMES, FileKind, megabytes

SAVE_AS = {
    "heic": "Your phone saved this as HEIC, which most computers cannot open. Send it to yourself by e-mail, "
    "or take a screenshot of it, and choose that copy.",
    "doc": "Open the document, choose “Save as” or “Print”, save it as a PDF, and choose the PDF.",
    "xls": "Open the spreadsheet, choose “Save as” or “Print”, save it as a PDF, and choose the PDF.",
    "zip": "Open the folder, take the file out, and choose that file.",
}
SAVE_AS |= {"heif": SAVE_AS["heic"], "docx": SAVE_AS["doc"], "odt": SAVE_AS["doc"], "xlsx": SAVE_AS["xls"]}


def empty(kind: FileKind) -> str:
    return f"The file you chose is empty. Choose the {kind.noun} again, or choose another copy of it."


def too_big(kind: FileKind, size: int) -> str:
    words = f"This file is {megabytes(size)}. {kind.plural} can be up to {megabytes(kind.max_bytes)}: "
    if any(extension != "pdf" for extension in kind.extensions) and "pdf" not in kind.extensions:
        return words + "take it again at a smaller size, or send yourself a smaller copy and choose that."
    return words + "scan or save it again at a lower quality, or photograph only the pages that matter."


def wrong_ending(kind: FileKind, extension: str) -> str:
    ending = f"a .{extension} file" if extension else "a file without a type in its name"
    advice = SAVE_AS.get(extension, f"Choose a {kind.types_in_words} file.")
    return f"This is {ending}. {kind.plural} must be {kind.types_in_words}. {advice}"


def not_what_it_says(kind: FileKind, name: str, extension: str) -> str:
    return (
        f"“{name}” is named .{extension} but is not that kind of file inside. Open it on your device to see "
        f"what it is, save it as {kind.types_in_words}, and choose that copy."
    )


def two_in_one(name: str) -> str:
    return (
        f"“{name}” has another file hidden inside it, so we cannot take it. Print it to a new PDF, "
        "or take a photograph of it, and choose that."
    )


def acts(name: str) -> str:
    return (
        f"“{name}” holds a script, a program or another file, so we cannot take it. Print it to a new PDF, "
        "or take a photograph of it, and choose that."
    )


def too_many_pixels(width: int, height: int, most: int) -> str:
    size = f" ({width:,} by {height:,} dots)" if width and height else ""
    return (
        f"This picture is too large to open safely{size}. We can open up to {most // 1_000_000} megapixels: "
        "take it again at a smaller size, or choose a smaller copy."
    )


def unreadable(content_type: str) -> str:
    return (
        f"We cannot read this {SHORT_NAMES[content_type]} file: part of it is missing or damaged. "
        "Open it on your device to check it, save it again, and choose the new copy."
    )


def not_yours() -> str:
    return "You can only add files that you sent us yourself. Choose the file again."


def taken() -> str:
    return "This file already belongs to another record. Choose the file again."


def not_found() -> str:
    return "We do not have that file any more. Choose the file again."


def not_a_ready_picture() -> str:
    return "This picture is not ready to be shown. Wait until it has been checked, or choose another."
