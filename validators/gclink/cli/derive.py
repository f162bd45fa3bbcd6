"""``gclink derive``: every value of a document that follows from others, shown with its sum, or filled in."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gclink._text import Language, Text
from gclink.cli._common import language_option, limit_options, limits_of, write
from gclink.errors import GclinkError

if TYPE_CHECKING:
    from gclink.derive import Derived
    from gclink.documents import Document
    from gclink.findings import Finding

#: Faults of structure with which values can still be derived: a member is missing or lies beyond a bound.
_TOLERATED = frozenset({"required", "min", "max"})


@click.command(
    "derive",
    epilog="Exit codes: 0 every stated value agrees, 1 one differs or the document does not conform, 2 usage, "
    "3 unreadable input · 退出码：0 全部相符，1 有不符，2 用法，3 无法读取",
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--write", "in_place", is_flag=True, help="Write absent values into the files; nothing stated changes")
@click.option("-o", "--output", metavar="FILE", help="Write the completed document here instead; - for standard output")
@click.option("--all", "asked", is_flag=True, help="Fill in those values too that a document may leave out")
@click.option("--brief", is_flag=True, help="Show the parts only of values that differ or are not stated")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option
@limit_options
def command(
    paths: tuple[str, ...],
    in_place: bool,
    output: str | None,
    asked: bool,
    brief: bool,
    form: str,
    language: Language,
    **limits: Any,
) -> int:
    """Explain every derived value of documents line by line, or fill in those that are absent.

    \b
    逐项说明文档中每个推导值的来源；以 --write 补入缺失的值，已填的值不变。
    """
    from gclink.documents import read_documents

    if in_place and output is not None:
        raise click.UsageError("--write writes into the files; -o writes elsewhere: choose one")
    documents = list(read_documents(paths, limits_of(limits)))
    if output is not None and len(documents) != 1:
        raise click.UsageError("-o takes one document")
    if in_place:
        _refuse_shared(documents)
    shown: list[dict[str, Any]] = []
    code = 0
    for document in documents:
        done = _one(document, asked, in_place or output is not None)
        code = max(code, done.code)
        if done.tree is not None and (in_place or output is not None):
            _put(document, done.tree, output)
        if form == "json":
            shown.append(done.as_data(document))
        elif output != "-":
            write(done.as_text(document, language, brief))
    if form == "json" and output != "-":
        write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    return code


class _Done:
    """What became of one document."""

    def __init__(
        self,
        derived: Sequence[Derived],
        filled: frozenset[str],
        findings: Sequence[Finding],
        tree: dict[str, Any] | None,
    ) -> None:
        self.derived = derived
        self.filled = filled
        self.findings = findings
        self.tree = tree

    @property
    def code(self) -> int:
        return 1 if self.findings or any(d.outcome.value == "differs" for d in self.derived) else 0

    def as_data(self, document: Document) -> dict[str, Any]:
        from gclink.derive._report import as_data

        return {
            "source": document.source,
            "id": document.id,
            "type": document.type,
            "derived": [as_data(d, d.pointer in self.filled) for d in self.derived],
            "findings": [
                {
                    "requirement": f.requirement,
                    "pointer": f.pointer,
                    "message": {"en": f.message.en, "zh": f.message.zh},
                }
                for f in self.findings
            ],
        }

    def as_text(self, document: Document, language: Language, brief: bool) -> str:
        from gclink.derive._report import render

        head = "  ".join(part for part in (document.source, document.type, document.id) if part)
        text = f"{head}\n"
        if not self.findings or self.derived:
            text += render(self.derived, language, brief, self.filled)
        for finding in self.findings:
            text += f"  ✗ {finding.requirement}  {finding.pointer or '/'}  {finding.message.within(language)}\n"
        return text


def _one(document: Document, asked: bool, filling: bool) -> _Done:
    from gclink.check import Options, check_document, now
    from gclink.derive import complete, derive
    from gclink.documents import Document as Made
    from gclink.structure import check_structure

    options = Options(as_of=now(), scope="document")
    faults = document.faults or check_structure(document.tree)
    if any(fault.kind not in _TOLERATED for fault in faults):
        findings = [f for f in check_document(document, options) if f.tier == "T1"]
        return _Done((), frozenset(), findings, None)
    if not filling:
        return _Done(tuple(derive(document.tree)), frozenset(), (), None)
    tree, filled = complete(document.tree, asked)
    pointers = frozenset(d.pointer for d in filled)
    derived = [d for d in derive(tree) if d.outcome.value != "differs" or d.pointer not in pointers]
    findings = check_document(Made(tree=tree, source=document.source, syntax="json"), options)
    return _Done(derived, pointers, findings, tree)


def _refuse_shared(documents: Sequence[Document]) -> None:
    names = [document.source for document in documents]
    for document in documents:
        plain = names.count(document.source) == 1 and Path(document.source).is_file()
        if not plain or document.source.endswith(".ndjson"):
            raise GclinkError(
                "not_written",
                Text("only a file with one document is written in place", "仅可就地写入只含一份文档的文件"),
                Text("write its documents to files of their own, or use -o", "请将文档分存为单独文件，或使用 -o"),
                source=document.source,
            )


def _put(document: Document, tree: dict[str, Any], output: str | None) -> None:
    import orjson

    from gclink.convert import convert, ordered

    syntax = document.syntax
    if syntax == "json":
        raw = orjson.loads(document.raw)
        context = raw.get("@context") if isinstance(raw, dict) else None
        head = {} if context is None else {"@context": context}
        content: Any = {**head, **ordered(tree)}
        data = orjson.dumps([content] if isinstance(raw, list) else content, option=orjson.OPT_INDENT_2) + b"\n"
    else:
        data = convert(tree, syntax)
    if output == "-":
        sys.stdout.flush()
    write(data, document.source if output is None else output)
