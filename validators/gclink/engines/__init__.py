"""The reference engines: other people's validators on the published artefacts, and nothing else.

``reference`` gives their verdict instead of ours; ``all`` runs ours and theirs and reports every difference, which is
always a defect of ours. Slow, and meant to be: they are the witnesses.
"""

from __future__ import annotations

from gclink.engines._compare import check_with
from gclink.engines._voices import ENGINES, Voice, heard

__all__ = ["ENGINES", "Voice", "check_with", "heard"]
