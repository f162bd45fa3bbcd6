"""What an RDF graph can get wrong that no tree can show.

Most faults stay visible in the tree (a literal of a wrong datatype, a second value, an unknown property) and structure
names them as it does for JSON. Here are the rest: shared and circular nodes, collections, named graphs, contexts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gclink.errors import Text


class RdfProblemKind(StrEnum):
    """One kind of fault of a graph or of its text."""

    SHARED_NODE = "sharedNode"
    CYCLE = "cycle"
    COLLECTION = "collection"
    NAMED_GRAPH = "namedGraph"
    CONTEXT = "context"
    LANGUAGE = "language"
    CAPITALS = "capitals"
    TEXT = "text"


#: Requirement, what was wrong, and what would be right.
_WORDS: Final = {
    RdfProblemKind.SHARED_NODE: (
        "GCL-COR-048",
        Text("a blank node has two places", "同一空白节点出现在两处"),
        Text("a blank node of its own for each embedded object", "每个嵌入对象使用各自的空白节点"),
    ),
    RdfProblemKind.CYCLE: (
        "GCL-COR-048",
        Text("a blank node contains itself", "空白节点包含其自身"),
        Text("embedded objects that end", "有终点的嵌入对象"),
    ),
    RdfProblemKind.COLLECTION: (
        "GCL-COR-048",
        Text("an RDF collection stands where values do", "应为值之处出现 RDF 列表"),
        Text("the property repeated for each value", "对每个值重复该属性"),
    ),
    RdfProblemKind.NAMED_GRAPH: (
        "GCL-COR-002",
        Text("statements stand in a named graph", "语句位于命名图中"),
        Text("all statements in the default graph", "所有语句均在默认图中"),
    ),
    RdfProblemKind.CONTEXT: (
        "GCL-COR-002",
        Text("the JSON-LD context is not that of the standard", "JSON-LD 上下文不是本标准的上下文"),
        Text('"@context": "https://w3id.org/gclink/context/v1"', '"@context": "https://w3id.org/gclink/context/v1"'),
    ),
    RdfProblemKind.LANGUAGE: (
        "GCL-COR-008",
        Text("a language is given twice", "语言重复"),
        Text("each language once", "每种语言一次"),
    ),
    RdfProblemKind.CAPITALS: (
        "GCL-COR-008",
        Text("a language tag has capitals", "语言标签含大写字母"),
        Text("the tag in lower case", "小写的语言标签"),
    ),
    RdfProblemKind.TEXT: (
        "GCL-COR-006",
        Text("the text is not NFC, or holds characters XML cannot carry", "文本不是 NFC，或含 XML 无法承载的字符"),
        Text("text in normal form C with characters of XML 1.0", "规范形式 C 且只含 XML 1.0 字符的文本"),
    ),
}


@dataclass(frozen=True, slots=True)
class RdfProblem:
    """One fault: its kind, the pointer into the tree, the place in the text, and the constraint it breaks.

    ``line`` and ``column`` count from 1 and are None where the syntax keeps no places; ``key`` is the structural
    constraint (``Owner.field#kind``), empty where none is named after the fault.
    """

    kind: RdfProblemKind
    pointer: str
    line: int | None
    column: int | None
    requirement: str
    found: str
    expected: Text
    key: str = ""

    @property
    def message(self) -> Text:
        """The fault in one sentence, with what was found."""
        title = _WORDS[self.kind][1]
        return Text(f"{title.en}: {self.found}", f"{title.zh}：{self.found}")

    @classmethod
    def of(
        cls, kind: RdfProblemKind, pointer: str, place: tuple[int | None, int | None], found: str, key: str = ""
    ) -> RdfProblem:
        """Return the problem of a kind, with the requirement and the expectation that belong to the kind."""
        requirement, _, expected = _WORDS[kind]
        return cls(kind, pointer, *place, requirement, found, expected, key)
