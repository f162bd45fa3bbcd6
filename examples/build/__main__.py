"""``python -m examples.build``: write the worked example in every syntax."""

from pathlib import Path

from examples.build import broken, files, orchard

_root = Path(__file__).resolve().parents[1]
_files = files() | orchard.files() | broken.files()
for _name, _content in _files.items():
    _path = _root / _name
    _path.parent.mkdir(parents=True, exist_ok=True)
    _path.write_bytes(_content)
print(f"{len(_files)} files below {_root.name}")
