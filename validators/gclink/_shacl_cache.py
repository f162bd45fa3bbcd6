"""Make pyshacl parse each query once, and calculate without rounding.

pyshacl hands every query to rdflib as text for every focus node, and parsing is nearly all the time it takes. The
texts are those of the shapes file, so the parsed form can be kept; the verdicts stay what they were.
"""

from __future__ import annotations

import decimal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import signature
from typing import Any

#: More queries than any shapes file of this standard holds; the oldest goes first.
_CAPACITY = 4096
#: Digits of a product of the greatest numbers that the rules multiply, with room to spare; rdflib's own limit is 28.
_DIGITS = 120

_local = threading.local()
_lock = threading.Lock()
_depth = 0
_undo: list[Callable[[], None]] = []


@contextmanager
def cached_queries() -> Iterator[None]:
    """Keep parsed queries while the block runs, and for later blocks of the same thread.

    May be nested and used by several threads. A parsed query belongs to one thread, because rdflib writes into it while
    it evaluates. What pyshacl refuses it refuses as before.
    """
    global _depth
    with _lock:
        _depth += 1
        if _depth == 1:
            _undo.extend(_patch())
    try:
        yield
    finally:
        with _lock:
            _depth -= 1
            if _depth == 0:
                while _undo:
                    _undo.pop()()


@contextmanager
def exact_decimals() -> Iterator[None]:
    """Let rdflib calculate decimals without rounding to 28 digits, in this thread and while the block runs.

    A product of an amount, a rate, days and a scale can be longer, and a digit lost can turn the verdict of a rule that
    has no tolerance.
    """
    with decimal.localcontext() as context:
        context.prec = _DIGITS
        yield


def _patch() -> list[Callable[[], None]]:
    """Replace the two slow functions; return what puts them back."""
    from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper
    from rdflib.plugins.sparql.processor import SPARQLProcessor

    query, check = SPARQLProcessor.query, SPARQLQueryHelper.check_invalid_sparql
    SPARQLProcessor.query = _caching(query)  # type: ignore[method-assign]
    SPARQLQueryHelper.check_invalid_sparql = _checking_once(check)  # type: ignore[method-assign]

    def restore() -> None:
        SPARQLProcessor.query = query  # type: ignore[method-assign]
        SPARQLQueryHelper.check_invalid_sparql = check  # type: ignore[method-assign]

    return [restore]


def _caching(query: Callable[..., Any]) -> Callable[..., Any]:
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    parameters = signature(query)

    def cached(*given: Any, **named: Any) -> Any:
        call = parameters.bind(*given, **named)
        text = call.arguments["strOrQuery"]
        if isinstance(text, str):
            base, prefixes = call.arguments.get("base"), call.arguments.get("initNs")
            key = ("query", text, base, tuple(sorted((p, str(name)) for p, name in (prefixes or {}).items())))
            call.arguments["strOrQuery"] = _kept(key, lambda: translateQuery(parseQuery(text), base, prefixes))
        return query(*call.args, **call.kwargs)

    return cached


def _checking_once(check: Callable[..., Any]) -> Callable[..., Any]:
    """pyshacl searches each text with five regular expressions; a text that passed once passes again."""

    def checked(self: Any, sparql_text: str, valuenode: Any = None, extravars: Any = None) -> Any:
        key = ("check", sparql_text, valuenode is None, tuple(sorted(extravars or ())))
        return _kept(key, lambda: check(self, sparql_text, valuenode=valuenode, extravars=extravars))

    return checked


def _kept(key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
    """Return what was made for a key in this thread; a failure is raised and not kept."""
    cache: dict[tuple[Any, ...], Any] = _local.__dict__.setdefault("cache", {})
    if key not in cache:
        made = make()
        if len(cache) >= _CAPACITY:
            del cache[next(iter(cache))]
        cache[key] = made
    return cache[key]
