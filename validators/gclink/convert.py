"""From one syntax to another through the canonical tree, so that nothing is lost or guessed on the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from gclink._text import Text
from gclink.errors import GclinkError

#: What ``--to`` accepts.
SYNTAXES = ("json", "xml", "jsonld", "turtle", "ntriples")


def convert(tree: dict[str, Any], to: str) -> bytes:
    """Return one document in another syntax; the tree is of the right form (T1)."""
    match to:
        case "json":
            return orjson.dumps(ordered(tree), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        case "xml":
            from gclink._xml_writer import write_xml

            return write_xml(tree)
        case "jsonld" | "turtle" | "ntriples":
            from gclink import _rdf_writer

            return _rdf_writer.write(tree, to)
    raise GclinkError(
        "unknown_syntax",
        Text(f"there is no syntax {to}", f"没有语法 {to}"),
        Text(f"choose one of {', '.join(SYNTAXES)}", f"请选择 {', '.join(SYNTAXES)} 之一"),
    )


def convert_bundle(trees: Sequence[dict[str, Any]], to: str) -> bytes:
    """Return several documents in one file: an array in JSON, a Bundle in XML, one graph in RDF."""
    if len(trees) == 1:
        return convert(trees[0], to)
    match to:
        case "json":
            documents = [ordered(tree) for tree in trees]
            return orjson.dumps(documents, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        case "xml":
            from gclink._xml_writer import write_xml_bundle

            return write_xml_bundle(trees)
    from gclink import _rdf_writer

    return _rdf_writer.write_bundle(trees, to)


def ordered(tree: Any) -> Any:
    """Return a tree with its members in the order of the model, for reading; arrays stay as they are."""
    from gclink._model import model

    if isinstance(tree, list):
        return [ordered(item) for item in tree]
    if not isinstance(tree, dict):
        return tree
    cls = model().classes.get(tree.get("type", ""))
    if cls is None:
        return dict(sorted(tree.items()))
    known = ["type", *(name for name in cls.fields)]
    rest = [name for name in tree if name not in known]
    return {name: ordered(tree[name]) for name in (*known, *rest) if name in tree}
