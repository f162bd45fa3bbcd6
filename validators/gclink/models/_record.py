"""The base of every typed model: closed, frozen, named as JSON names it outside and as Python names it inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from gclink.models._lexical import IRREGULAR_NAMES


def json_name(python_name: str) -> str:
    """Return the member name in JSON of a Python attribute."""
    return IRREGULAR_NAMES.get(python_name) or to_camel(python_name)


def discriminator() -> Any:
    """Return the field of ``type``: the constructor fills it in, a document from outside has to carry it."""
    return Field(default=None, validate_default=True)


class Record(BaseModel):
    """An object of the standard; documents and embedded values alike.

    The constructor takes Python names and fills in ``type``; everything that reads a document takes JSON names only,
    so that the models refuse what the JSON Schema refuses.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=json_name,
        serialize_by_alias=True,
        defer_build=True,
    )

    #: The class name; every concrete class narrows it to its own. Declared here so that it is written first.
    type: str

    if not TYPE_CHECKING:  # type checkers derive the constructor from the fields

        def __init__(self, /, **members: Any) -> None:
            fields = type(self).model_fields
            if fields["type"].is_required():
                raise TypeError(f"{type(self).__name__} is abstract; make one of its concrete classes")
            named = {}
            for name, value in members.items():
                if value is not None:
                    named[fields[name].validation_alias if name in fields else name] = value
            named.setdefault("type", type(self).__name__)
            self.__pydantic_validator__.validate_python(named, self_instance=self)

        # Tells pydantic that validation need not go through this constructor.
        __init__.__pydantic_base_init__ = True

    def to_tree(self) -> dict[str, Any]:
        """Return the canonical tree: strings, integers, booleans, lists and dicts, absent members left out."""
        return self.model_dump(mode="json", exclude={"json_ld_context"})

    def to_json(self) -> str:
        """Return the JSON text; values are spelled as they were read."""
        return self.model_dump_json()
