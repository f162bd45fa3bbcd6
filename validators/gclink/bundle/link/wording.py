"""What a link must not tell: it travels to readers who have no business with the price of the money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gclink._model import model
from gclink._text import Text
from gclink.bundle._entry import Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, once, same
from gclink.tables import table


@procedure("GCL-LNK-020")
def no_price_in_link(bundle: Bundle) -> Iterator[Hit]:
    """No text of a link holds an amount of money, a percentage or basis points."""
    for link in once(bundle.of("CarbonLink")):
        for path, text in _texts("CarbonLink", link.tree, ()):
            found = _price().search(text)
            if found is not None:
                yield Hit(link, path, Text("no price, rate or margin", "不含价格、利率或利差"), same(found[0]))


def _texts(cls: str, tree: Tree, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the texts of an object, those of its parts included."""
    for field in model().classes[cls].fields.values():
        value = tree.get(field.name)
        if isinstance(value, str) and field.type == "text":
            yield (*path, field.name), value
        elif isinstance(value, dict) and field.embedded:
            yield from _texts(field.type, value, (*path, field.name))


@cache
def _price() -> re.Pattern[str]:
    """Return what a price looks like: a number beside a currency, a percent or per mille sign, or basis points."""
    codes = "|".join(sorted(str(row["code"]) for row in table("currency").rows))
    money = f"(?<![A-Za-z])(?:{codes})(?![A-Za-z])|[¥￥€£$]|元"
    number = r"[0-9][0-9.,]*"
    return re.compile(rf"(?:{money})\s*{number}|{number}\s*(?:{money}|[%％‰]|bps?(?![A-Za-z])|基点)")
