"""A value as a person reads it: amounts with units, codes by name, references by the name of what they point at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gclink._model import Field, model
from gclink._text import Language
from gclink.sheet import _words as words
from gclink.sheet._html import Markup, element, joined

Tree = dict[str, Any]
#: Objects that read as one value.
_SHORT = frozenset({"Money", "Quantity", "Period", "DocumentReference", "Identifier"})


class Reader:
    """Shows values in one language; ``names`` gives what each document of the report is called, by its id."""

    def __init__(self, language: Language, names: Mapping[str, tuple[str, str]]) -> None:
        self._language = language
        self._names = names

    def fields(self, tree: Tree, left_out: frozenset[str] = frozenset()) -> Markup:
        """Return the members of an object as a table, in the order of the model."""
        cls = model().classes[tree["type"]]
        rows = [
            element("tr", element("th", field.label.within(self._language), scope="row"), self._cell(field, tree[name]))
            for name, field in cls.fields.items()
            if name in tree and name not in left_out
        ]
        return element("table", element("tbody", joined(*rows)), class_="fields") if rows else Markup("")

    def _cell(self, field: Field, value: Any) -> Markup:
        return element("td", self.value(field, value))

    def value(self, field: Field, value: Any) -> Markup:
        """Return one member's value, an array as a list or a table."""
        if not isinstance(value, list):
            return self._one(field, value)
        if field.embedded and field.type not in _SHORT:
            return self._table(field, value)
        return element("ul", joined(*(element("li", self._one(field, item)) for item in value)))

    def _table(self, field: Field, items: list[Tree]) -> Markup:
        """Return objects of one class as rows, with a column for each member that any of them has."""
        cls = model().classes[field.type]
        used = [other for name, other in cls.fields.items() if any(name in item for item in items)]
        if any(other.embedded and other.type not in _SHORT for other in used) or len(used) > 7:
            return joined(*(element("div", self.fields(item), class_="item") for item in items))
        head = joined(*(element("th", other.label.within(self._language), scope="col") for other in used))
        rows = joined(
            *(
                element("tr", joined(*(self._cell(o, item[o.name]) if o.name in item else element("td") for o in used)))
                for item in items
            )
        )
        table = element("table", element("thead", element("tr", head)), element("tbody", rows), class_="rows")
        return element("div", table, class_="wide")

    def _one(self, field: Field, value: Any) -> Markup:
        match field.type:
            case "LocalizedText":
                return joined(str(value.get(self._language) or next(iter(value.values()), "")))
            case "boolean":
                return joined((words.YES if value else words.NO).within(self._language))
            case "code":
                return self._code(field, value)
            case "ref":
                return self.reference(value)
            case "dateTime":
                return element("time", str(value).replace("T", " ").replace("Z", " UTC"), datetime=value)
            case "date":
                return element("time", str(value), datetime=value)
        if field.embedded:
            return self._object(value)
        unit = f" {field.unit}" if field.unit and field.type == "decimal" and field.unit != "1" else ""
        return joined(f"{value}{unit}")

    def _object(self, value: Tree) -> Markup:
        match value["type"]:
            case "Money":
                return joined(f"{value['amount']} {value['currency']}")
            case "Quantity":
                return joined(f"{value['value']} {value['unit']}")
            case "Period":
                return joined(f"{value['start']} {words.TO.within(self._language)} {value['end']}")
            case "DocumentReference":
                return self.reference(value["target"])
            case "Identifier":
                return joined(f"{value['scheme'].upper()} {value['identifierValue']}")
        return self.fields(value)

    def _code(self, field: Field, value: str) -> Markup:
        listed = model().code_lists[field.code_list or ""]
        label = listed.codes.get(value)
        if label is None or label.within(self._language) == value:
            return joined(value)
        return joined(label.within(self._language), " ", element("span", value, class_="code"))

    def reference(self, target: str) -> Markup:
        """Return a document by its name, linked to where the report shows it."""
        known = self._names.get(target)
        if known is None:
            return element("span", target, class_="iri", title=words.OUTSIDE.within(self._language))
        anchor, name = known
        return element("a", name, href=f"#{anchor}")
