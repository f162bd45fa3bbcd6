"""Bridges to the formats that the world already uses: each import and export with a report of what it loses.

One small module per neighbour, one declarative table per form in ``tables/``; see ``_mapping`` for the table and
``_report`` for what a conversion says about itself.
"""

from gclink.bridges._mapping import Row, Table, load_table
from gclink.bridges._registry import (
    Bridge,
    Exported,
    ImportOptions,
    UnknownFormatError,
    bridge,
    bridges,
    detect,
    export_documents,
    formats,
    import_source,
    import_sources,
)
from gclink.bridges._report import Consequence, FieldOutcome, Finding, Item, LossReport, Relation, Verdict

__all__ = [
    "Bridge",
    "Consequence",
    "Exported",
    "FieldOutcome",
    "Finding",
    "ImportOptions",
    "Item",
    "LossReport",
    "Relation",
    "Row",
    "Table",
    "UnknownFormatError",
    "Verdict",
    "bridge",
    "bridges",
    "detect",
    "export_documents",
    "formats",
    "import_source",
    "import_sources",
    "load_table",
]
