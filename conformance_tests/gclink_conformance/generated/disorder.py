"""For every class, a document in XML in which two neighbouring members have changed places.

Readers that go by a fixed sequence lose such a member, readers that go by names do not: the standard has one order, so
that both read the same.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from gclink._model import Class
from gclink.findings import pointer_of

from gclink_conformance.cases import AS_OF, Case, Expected, Raw
from gclink_conformance.generated.broken_xml import Turned, to_xml
from gclink_conformance.generated.spots import at, spots
from gclink_conformance.order import in_order

Tree = dict[str, Any]

_REQUIREMENT: Final = "GCL-COR-052"


def disorder(root: Path) -> tuple[Case, ...]:
    """Return the cases, in the order of the model; ``root`` is the folder of the suite."""
    return tuple(
        case for spot in spots(root) if spot.field is None for case in _cases(spot.holder, spot.tree, spot.path)
    )


def _cases(cls: Class, tree: Tree, path: tuple[str | int, ...]) -> Iterator[Case]:
    ordered = copy.deepcopy(in_order(tree))
    holder = at(ordered, path)
    names = [name for name in cls.fields if name in holder]
    single = [place for place, name in enumerate(names[:-1]) if _is_one_element(holder[name])]
    # The first two and the last two: what stands first is often an id, what stands last often optional.
    for number, first in enumerate(dict.fromkeys((*single[:1], *single[-1:])), 1):
        turned = list(names)
        turned[first], turned[first + 1] = turned[first + 1], turned[first]
        text = to_xml(_put(ordered, path, Turned({"type": cls.name, **{name: holder[name] for name in turned}})))
        place = (*path, names[first])
        yield Case(
            id=f"gcl-cor-052-{cls.name.lower()}-order-n{number:02d}",
            requirement=_REQUIREMENT,
            title={
                "en": f"{cls.label.en}: {names[first]} stands behind {names[first + 1]}",
                "zh": f"{cls.label.zh}：{names[first]} 位于 {names[first + 1]} 之后",
            },
            polarity="negative",
            base=None,
            patch=(),
            raw=(Raw("document", "xml", text),),
            formats=("xml",),
            scope="document",
            as_of=AS_OF,
            verdict="violates",
            findings=(Expected(_REQUIREMENT, None, pointer_of(place)),),
            rationale="The elements stand in the order of the class table.",
            file=Path("generated"),
        )


def _is_one_element(value: Any) -> bool:
    """Whether a member is written as one element, so that its fault is one."""
    if isinstance(value, list):
        return len(value) == 1
    return not isinstance(value, dict) or "type" in value or len(value) == 1


def _put(tree: Tree, path: tuple[str | int, ...], value: Tree) -> Tree:
    """Return a document with another object at a path."""
    if not path:
        return value
    changed = copy.deepcopy(tree)
    at(changed, path[:-1])[path[-1]] = value
    return changed
