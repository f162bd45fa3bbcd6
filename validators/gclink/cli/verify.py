"""``gclink verify``: whether a signed document is believable, and why not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gclink._text import Language
from gclink.cli._common import instant, language_option, limit_options, limits_of, write

if TYPE_CHECKING:
    from gclink.credential import Verified
    from gclink.findings import Report


@click.command(
    "verify",
    epilog="Exit codes: 0 believed, 1 refused, 2 usage, 3 unreadable input"
    " · 退出码：0 可信，1 拒绝，2 用法，3 无法读取",
)
@click.argument("path", metavar="CREDENTIAL")
@click.option(
    "--trust", "trusted", multiple=True, metavar="DID", help="A did:key that may speak for the issuer · 信任的密钥"
)
@click.option("--as-of", metavar="DATE", help="Instant of the check (a day, or a dateTime in UTC); default now")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write the document that a believed credential carries · 输出文档")
@language_option
@limit_options
def command(
    path: str,
    trusted: tuple[str, ...],
    as_of: str | None,
    form: str,
    output: str | None,
    language: Language,
    **limits: Any,
) -> int:
    """Verify a credential: its proof, times, key, and the document it carries, which must conform by itself.

    \b
    验证凭证：证明、时间、密钥，以及其所携带、须单独符合标准的文档。
    """
    from gclink.check import Options, check
    from gclink.credential import verify
    from gclink.credential._read import read_credential
    from gclink.documents import Document
    from gclink.findings import Verdict

    at = instant(as_of)
    found = verify(read_credential(Path(path), limits_of(limits)), at, trusted)
    report = None
    if found.document is not None:
        report = check([Document(found.document, path, "json")], Options(as_of=at, scope="document"))
    good = not found.refused and (report is None or report.verdict is Verdict.CONFORMS)
    write(_json(found, report, good) if form == "json" else _text(path, found, report, good, language))
    if good and output is not None and found.document is not None:
        write(json.dumps(found.document, ensure_ascii=False, indent=2) + "\n", output)
    return 0 if good else 1


def _json(found: Verified, report: Report | None, good: bool) -> str:
    value = {
        "verdict": "believed" if good else "refused",
        "signers": list(found.signers),
        "refused": [
            {
                "code": reason.problem.value,
                "path": reason.pointer,
                "message": {"en": reason.message.en, "zh": reason.message.zh},
            }
            for reason in found.refused
        ],
        "document": None if found.document is None else found.document.get("id"),
        "findings": [] if report is None else [_finding(finding) for finding in report.findings],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Any) -> dict[str, Any]:
    return {
        "requirement": finding.requirement,
        "path": finding.pointer,
        "message": {"en": finding.message.en, "zh": finding.message.zh},
    }


def _text(path: str, found: Verified, report: Report | None, good: bool, language: Language) -> str:
    chinese = language == "zh"
    lines = [f"{path}: " + (("可信" if chinese else "believed") if good else ("拒绝" if chinese else "refused"))]
    lines += [f"  {'签署方' if chinese else 'signed by'} {did}" for did in found.signers]
    if found.document is not None:
        lines.append(f"  {'文档' if chinese else 'document'} {found.document.get('id')}")
    for reason in found.refused:
        lines.append(f"  {reason.problem.value} {reason.pointer or '/'}: {reason.message.within(language)}")
    for finding in report.findings if report is not None else ():
        lines.append(f"  {finding.requirement} {finding.pointer or '/'}: {finding.message.within(language)}")
    return "\n".join(lines) + "\n"
