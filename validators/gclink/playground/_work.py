"""What is done with the documents of one request; runs in a process of its own, so that it can be ended."""

from __future__ import annotations

import base64
import binascii
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gclink._text import Language
from gclink.check import Options, check, now
from gclink.documents import Document, read_bytes, read_documents
from gclink.errors import GclinkError, Text, Unreadable, UnreadableInput
from gclink.findings import pointer_of
from gclink.limits import Limits

Data = dict[str, Any]


def failure(error: GclinkError) -> Data:
    """Return an error as the page shows it."""
    return {
        "error": {
            "code": error.code,
            "message": {"en": error.message.en, "zh": error.message.zh},
            "hint": {"en": error.hint.en, "zh": error.hint.zh},
            "source": error.source,
            "line": error.line,
            "column": error.column,
        }
    }


def examine(request: Data, max_documents: int) -> Data:
    """Check the texts of a request and return everything the page shows about them.

    ``request``: ``texts`` [{name, text or base64}], ``asOf`` (dateTime, optional), ``language``.
    """
    try:
        documents = _read(request, max_documents)
        return _examined(documents, str(request.get("asOf") or now()), _language(request))
    except GclinkError as error:
        return failure(error)


def converted(request: Data, max_documents: int) -> Data:
    """Return the documents of a request in another syntax; refused where they are not of the right form."""
    from gclink.convert import convert_bundle

    try:
        documents = _read(request, max_documents)
        sound = [document.tree for document in documents if _is_sound(document)]
        if len(sound) != len(documents):
            raise GclinkError(
                "not_sound",
                Text("a document that is not of the right form (T1) is not converted", "形式不合（T1）的文档不予转换"),
                Text("mend the findings first", "请先修正所列问题"),
            )
        text: str | bytes = convert_bundle(sound, str(request["to"]))
        return {"text": text.decode() if isinstance(text, bytes) else text}
    except GclinkError as error:
        return failure(error)


def _language(request: Data) -> Language:
    return "zh" if request.get("language") == "zh" else "en"


def _read(request: Data, max_documents: int) -> list[Document]:
    """Return the documents; each text goes by the name it was given, and its syntax is told by name or content."""
    limits = Limits(max_documents=max_documents)
    texts: Sequence[Data] = request["texts"]
    found: list[Document] = []
    for index, sent in enumerate(texts):
        name = str(sent.get("name") or f"document {index + 1}")
        found += _of_text(name, _bytes(sent, name), limits)
        if len(found) > max_documents:
            raise limits.exceeded("max_documents", source=name)
    return found


def _bytes(sent: Data, name: str) -> bytes:
    if "base64" not in sent:
        return str(sent.get("text", "")).encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(str(sent["base64"]), validate=True)
    except binascii.Error as error:
        raise UnreadableInput(
            Unreadable.BINARY,
            Text("the file did not arrive whole", "文件未完整送达"),
            Text("drop it again", "请重新拖入"),
            source=name,
        ) from error


def _of_text(name: str, raw: bytes, limits: Limits) -> list[Document]:
    from gclink._sniff import kind_of_name, sniff
    from gclink._source import SourceKind

    kind = kind_of_name(name) or sniff(raw, name)
    if isinstance(kind, SourceKind):
        return read_bytes(raw, kind.value, name, limits)
    # Archives and streams are read from a file, by the reader that knows their dangers.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"sent.{kind.value}"
        path.write_bytes(raw)
        found = list(read_documents([path], limits))
    for document in found:
        document.source = document.source.replace(str(path), name)
    return found


def _is_sound(document: Document) -> bool:
    from gclink.structure import check_structure

    return not document.faults and isinstance(document.tree, dict) and not check_structure(document.tree)


def _examined(documents: list[Document], as_of: str, language: Language) -> Data:
    from gclink.report.json_report import as_dict

    report = check(documents, Options(as_of=as_of))
    return {
        "report": as_dict(report, language),
        "documents": [_described(document) for document in documents],
        "links": _links(documents),
        "labels": _labels(documents, as_of, language),
    }


def _described(document: Document) -> Data:
    from gclink.derive import derive
    from gclink.derive._report import as_data

    tree = document.tree if isinstance(document.tree, dict) else {}
    derived = [as_data(each) for each in derive(tree)] if _is_sound(document) else []
    return {
        "source": document.source,
        "id": document.id,
        "type": document.type,
        "syntax": document.syntax,
        "label": _name(tree),
        "derived": derived,
    }


def _name(tree: Data) -> Data | None:
    """Return the document's own name by language, where it has one."""
    for member in ("name", "title", "wording"):
        value = tree.get(member)
        if isinstance(value, dict) and value and all(isinstance(text, str) for text in value.values()):
            return value
    return None


def _links(documents: list[Document]) -> list[Data]:
    """Return every reference between the documents, and those that lead out of them."""
    from gclink.bundle._entry import references_of

    known = {document.id for document in documents}
    found = []
    for document in documents:
        if not _is_sound(document):
            continue
        for reference in references_of(document.tree):
            found.append(
                {
                    "from": document.id,
                    "to": reference.target,
                    "member": pointer_of(reference.path),
                    "inside": reference.target in known,
                }
            )
    return found


def _labels(documents: list[Document], as_of: str, language: Language) -> list[Data]:
    """Return each label that may be drawn as SVG, or why it may not."""
    from gclink.label import draw_label
    from gclink.label._judge import is_refused, judge, pair_of, refuse_unfit

    drawn = []
    for document in documents:
        if document.type != "Label" or not _is_sound(document):
            continue
        others = [each for each in documents if each.type != "Label"]
        try:
            label, claim = pair_of([document], others)
            if not _is_sound(claim) or is_refused(judge(label, claim, [], as_of)):
                drawn.append({"id": document.id, **_not_conforming()})
                continue
            refuse_unfit(label, claim, as_of)
            drawn.append({"id": document.id, "svg": draw_label(label.tree, claim.tree, language)})
        except GclinkError as error:
            drawn.append({"id": document.id, **failure(error)})
    return drawn


def _not_conforming() -> Data:
    error = GclinkError(
        "label_refused",
        Text("the label or its claim does not conform, so it is not drawn", "标章或其声明不符合标准，不予绘制"),
        Text("mend the findings first", "请先修正所列问题"),
    )
    return failure(error)
