"""What changed between two versions of the standard, judged from the published artefacts alone.

A version is a checkout, a wheel or a git revision. Each artefact (JSON Schema, XSD, SHACL, code lists, requirements) is
read as a set of facts about named things; the difference of two such sets is classified, and the strongest class of
change gives the verdict in terms of semantic versioning.
"""

from gclink_spec.versions._changes import Change, Kind, compare
from gclink_spec.versions._place import Artefacts, PlaceError, open_place
from gclink_spec.versions._snapshot import Snapshot, snapshot
from gclink_spec.versions._verdict import Fault, Step, faults, needed

__all__ = [
    "Artefacts",
    "Change",
    "Fault",
    "Kind",
    "PlaceError",
    "Snapshot",
    "Step",
    "compare",
    "faults",
    "needed",
    "open_place",
    "snapshot",
]
