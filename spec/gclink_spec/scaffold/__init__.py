"""New entries in the source, written in its form at the place where they belong; everything else in a file stays.

A scaffold writes what follows from its arguments (id, place, markers in the prose, frame of the cases) and leaves
nothing that passes unnoticed: what has to be filled in is refused by ``gclink spec check`` until it is.
"""

from gclink_spec.scaffold._entries import Naming, new_class, new_code, new_field
from gclink_spec.scaffold._files import ScaffoldError
from gclink_spec.scaffold._rule import new_cases, new_rule

__all__ = ["Naming", "ScaffoldError", "new_cases", "new_class", "new_code", "new_field", "new_rule"]
