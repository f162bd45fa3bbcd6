"""Profiles: what one kind of implementation, or one market, has to fulfil, as a selection of requirements."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from gclink._text import Text
from gclink.errors import GclinkError


@cache
def profiles() -> dict[str, dict[str, Any]]:
    """Return every profile by name, as the compiler left them."""
    loaded: dict[str, dict[str, Any]] = orjson.loads((files("gclink") / "_data" / "profiles.json").read_bytes())
    return loaded["profiles"]


def requirements_of(name: str) -> frozenset[str]:
    """Return the requirements that a profile selects.

    Raises GclinkError naming the profiles there are.
    """
    profile = profiles().get(name)
    if profile is None:
        known = ", ".join(profiles())
        raise GclinkError(
            "unknown_profile",
            Text(f"there is no profile {name}", f"没有名为 {name} 的规则集"),
            Text(f"choose one of {known}", f"请选择：{known}"),
        )
    return frozenset(profile["requirements"])
