"""How much an input may ask of the machine, and what is said when it asks for more.

The defaults are far above any honest document and far below what would harm a small computer.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from gclink.errors import LimitExceeded, Text

__all__ = ["DEFAULT_LIMITS", "PARSER_DEPTH", "Limits"]

#: The depth to which the JSON library writes a tree back (254, less a margin); no limit can be set beyond it.
PARSER_DEPTH: Final = 250

_MEBI: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest input that is accepted, by every measure that a hostile file can inflate."""

    #: Bytes of one document, after decompression; of one line in an NDJSON file.
    max_bytes: int = 64 * _MEBI
    #: Objects and arrays inside one another.
    max_depth: int = 200
    #: Members and items of one document, all levels together.
    max_members: int = 5_000_000
    #: Characters of one text.
    max_string: int = 4 * _MEBI
    #: Faults of the text that are listed for one document.
    max_problems: int = 10_000
    #: Documents of one command.
    max_documents: int = 10_000_000
    #: Bytes of all members of one ZIP archive together, after decompression.
    max_zip_bytes: int = 2048 * _MEBI
    #: Decompressed size over compressed size of one ZIP member larger than 1 MiB.
    max_zip_ratio: int = 200

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) < 1:
                raise ValueError(f"{self.flag(field.name)} must be at least 1")
        if self.max_depth > PARSER_DEPTH:
            raise ValueError(f"{self.flag('max_depth')} must be at most {PARSER_DEPTH}")

    @staticmethod
    def flag(name: str) -> str:
        """Return the command-line option that sets a limit: ``--max-bytes`` for ``max_bytes``."""
        return "--" + name.replace("_", "-")

    def exceeded(
        self,
        name: str,
        actual: int | None = None,
        *,
        source: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> LimitExceeded:
        """Return the error for an input that goes beyond the limit ``name``; ``actual`` is the measure, if known."""
        en, zh = _WHAT[name]
        limit = getattr(self, name)
        found = Text("", "") if actual is None else Text(f" ({actual:,} found)", f"（实际为 {actual:,}）")
        top = name == "max_depth" and limit == PARSER_DEPTH
        hint = (
            Text("This is the deepest the parser can read.", "这是解析器能读取的最大深度。")
            if top
            else Text(
                f"If the input is meant to be like this, allow more with {self.flag(name)}.",
                f"如果输入确实应当如此，请用 {self.flag(name)} 提高上限。",
            )
        )
        return LimitExceeded(
            Text(f"{en} exceeds the limit of {limit:,}{found.en}", f"{zh}超过上限 {limit:,}{found.zh}"),
            hint,
            flag=self.flag(name),
            source=source,
            line=line,
            column=column,
        )


_WHAT: Final = {
    "max_bytes": ("the size of the document in bytes", "文档的字节数"),
    "max_depth": ("the depth of objects and arrays", "对象与数组的嵌套深度"),
    "max_members": ("the number of members and items in the document", "文档中成员与数组项的数量"),
    "max_string": ("the length of a text in characters", "单个文本的字符数"),
    "max_problems": ("the number of faults in the text of the document", "文档文本中的错误数量"),
    "max_documents": ("the number of documents", "文档数量"),
    "max_zip_bytes": ("the decompressed size of the ZIP archive in bytes", "ZIP 压缩包解压后的字节数"),
    "max_zip_ratio": ("the compression ratio in the ZIP archive", "ZIP 压缩包的压缩比"),
}

#: The limits that hold when the caller names none.
DEFAULT_LIMITS: Final = Limits()
