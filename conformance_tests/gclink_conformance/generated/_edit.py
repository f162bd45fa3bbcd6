"""One change of a text: what it is called, what it does, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Change = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Edit:
    """``location`` is where the finding stands: a JSON Pointer, empty for the whole document, None for any.

    ``breaks`` says whether the text violates.
    """

    slug: str
    requirement: str
    location: str | None
    en: str
    zh: str
    why: str
    change: Change
    breaks: bool = True


def swap(old: str, new: str | bytes, count: int = 1) -> Change:
    """Return the change that puts one text in the place of another, which has to be there."""
    wanted, given = old.encode(), new if isinstance(new, bytes) else new.encode("utf-8", "surrogatepass")

    def change(content: bytes) -> bytes:
        if wanted not in content:
            raise ValueError(f"{old!r} does not stand in the text")
        return content.replace(wanted, given, count)

    return change


def whole(content: bytes) -> Change:
    """Return the change that leaves nothing of the text."""
    return lambda _: content


def sound(slug: str, requirement: str, en: str, zh: str, change: Change) -> Edit:
    """Return a change after which the document still conforms."""
    return Edit(slug, requirement, "", en, zh, "", change, breaks=False)


def foreign_bytes(why: str) -> tuple[Edit, Edit]:
    """Return the changes that put bytes of another encoding into a text, which are wrong in every syntax alike."""
    return (
        Edit(
            "latin-1",
            "GCL-COR-006",
            "",
            "a byte that is not UTF-8",
            "非 UTF-8 字节",
            why,
            swap("Eastern Asia", b"Eastern Asi\xe9"),
        ),
        Edit(
            "gbk", "GCL-COR-006", "", "Chinese text in GBK", "GBK 编码的中文", why, swap("示例", "示例".encode("gbk"))
        ),
    )
