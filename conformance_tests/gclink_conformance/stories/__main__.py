"""Write the stories of the checkout."""

from gclink_conformance.check import ROOT
from gclink_conformance.stories import files

for _name, _content in files().items():
    _path = ROOT / "bases" / _name
    _path.parent.mkdir(parents=True, exist_ok=True)
    _path.write_bytes(_content)
print(f"{len(files())} files")
