"""``gclink sign``: a document as a Verifiable Credential with a Data Integrity proof."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from gclink._text import Language, Text
from gclink.cli._common import instant, language_option, limit_options, limits_of, write
from gclink.errors import GclinkError


@click.command(
    "sign",
    epilog="Exit codes: 0 signed, 1 the document does not conform, 2 usage, 3 unreadable input"
    " · 退出码：0 已签署，1 文档不符合标准，2 用法，3 无法读取",
)
@click.argument("path", required=False, metavar="DOCUMENT")
@click.option("--key", "key_file", metavar="FILE", help="Private key (Multikey JSON or PKCS #8 PEM) · 私钥文件")
@click.option(
    "--new-key", "new_key_file", metavar="FILE", help="Make a key, write it to FILE and sign with it · 新建私钥"
)
@click.option("--valid-until", metavar="DATETIME", help="Last instant at which the credential holds · 凭证有效期止")
@click.option("--as-of", metavar="DATE", help="Instant of signing (a day, or a dateTime in UTC); default now")
@click.option("-o", "--output", metavar="FILE", help="File to write; standard output when left out · 输出文件")
@language_option
@limit_options
def command(
    path: str | None,
    key_file: str | None,
    new_key_file: str | None,
    valid_until: str | None,
    as_of: str | None,
    output: str | None,
    language: Language,
    **limits: Any,
) -> int:
    """Wrap a document as a W3C Verifiable Credential 2.0 and sign it (eddsa-jcs-2022, did:key).

    DOCUMENT is one document of the standard in any syntax, refused with its findings if it does not conform by itself,
    or a credential of another kind in JSON, such as a UNTP product passport, which is signed as it stands.

    \b
    将文档封装为 W3C 可验证凭证 2.0 并签名；不符合标准的文档予以拒绝。
    """
    from gclink.credential import PrivateKey, new_key, read_key
    from gclink.credential._keys import write_key

    if (key_file is None) == (new_key_file is None):
        raise click.UsageError("give either --key FILE or --new-key FILE")
    if path is None and new_key_file is None:
        raise click.UsageError("name the document to sign")
    if new_key_file is not None:
        key: PrivateKey = new_key()
        try:
            write_key(key, Path(new_key_file))
        except OSError as error:
            raise GclinkError(
                "not_written",
                Text(
                    f"{new_key_file} cannot be written: {error.strerror}", f"无法写入 {new_key_file}：{error.strerror}"
                ),
                Text("a key file is never overwritten: name a new one", "私钥文件不会被覆盖：请另取文件名"),
            ) from error
        sys.stderr.write(f"{key.did}\n")
        if path is None:
            return 0
    else:
        assert key_file is not None
        key = read_key(Path(key_file))
    assert path is not None
    signed = _signed(path, key, instant(as_of), valid_until, language, limits)
    if signed is None:
        return 1
    write(json.dumps(signed, ensure_ascii=False, indent=2) + "\n", output)
    return 0


def _signed(
    path: str, key: Any, at: str, valid_until: str | None, language: Language, limits: dict[str, Any]
) -> dict[str, Any] | None:
    """Return the signed credential, None where the document does not conform (its findings are written)."""
    from gclink.check import Options, check
    from gclink.credential import add_proof, wrap
    from gclink.credential._read import read_credential
    from gclink.documents import read_documents
    from gclink.findings import Verdict
    from gclink.report import render

    allowed = limits_of(limits)
    until = instant(valid_until) if valid_until is not None else None
    if (
        path.endswith(".json")
        and Path(path).is_file()
        and _is_credential(found := read_credential(Path(path), allowed))
    ):
        if until is not None:
            found = {**found, "validUntil": until}
        return add_proof(found, key, at)
    documents = list(read_documents([path], allowed))
    if len(documents) != 1:
        raise click.UsageError(f"{path} holds {len(documents)} documents; sign them one by one")
    report = check(documents, Options(as_of=at, scope="document"))
    if report.verdict is Verdict.VIOLATES:
        sys.stderr.write(render(report, "text", language, colour=sys.stderr.isatty()))
        return None
    return add_proof(wrap(documents[0].tree, key.did, at, until), key, at)


def _is_credential(found: Any) -> bool:
    kinds = found.get("type") if isinstance(found, dict) else None
    return isinstance(kinds, list) and "VerifiableCredential" in kinds
