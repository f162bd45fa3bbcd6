"""Where a version lies: a checkout, a wheel, a git revision, or a release kept in the repository."""

from __future__ import annotations

import io
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

#: Folders that make a version, as a checkout has them, and where a wheel keeps them.
_FOLDERS: Mapping[str, str] = {
    "schemas/json": "gclink/_artefacts/schemas/json",
    "schemas/xsd": "gclink/_artefacts/schemas/xsd",
    "ontology": "gclink/_artefacts/ontology",
    "validators/gclink/_data": "gclink/_data",
    "conformance_tests/bases": "gclink_conformance/_data/bases",
}
_FRAGMENTS = "changes"


class PlaceError(Exception):
    """There is no version of the standard at the place that was named."""


@dataclass(frozen=True, slots=True)
class Artefacts:
    """The files of one version by their path in a checkout, and its changelog fragments by name."""

    name: str
    files: Mapping[str, bytes]
    fragments: Mapping[str, str]

    def within(self, folder: str, ending: str) -> dict[str, bytes]:
        """Return the files of a folder with an ending, by name without it, sorted."""
        return {
            PurePosixPath(path).name.removesuffix(ending): raw
            for path, raw in sorted(self.files.items())
            if str(PurePosixPath(path).parent) == folder and path.endswith(ending)
        }


def open_place(name: str, repository: Path) -> Artefacts:
    """Read the version that ``name`` says: a folder, a wheel, or a revision of the git repository at a folder.

    Raises PlaceError with what was tried.
    """
    path = Path(name)
    if path.is_dir():
        found = {
            file.relative_to(path).as_posix(): file.read_bytes()
            for folder in (*_FOLDERS, _FRAGMENTS)
            for file in sorted((path / folder).rglob("*"))
            if file.is_file()
        }
        return _sound(name, found)
    if path.is_file() and path.suffix == ".whl":
        return _sound(name, _of_wheel(path))
    return _sound(name, _of_revision(name, repository))


def _of_wheel(path: Path) -> dict[str, bytes]:
    found = {}
    with zipfile.ZipFile(path) as archive:
        for folder, inside in _FOLDERS.items():
            for name in archive.namelist():
                if name.startswith(f"{inside}/"):
                    found[folder + name.removeprefix(inside)] = archive.read(name)
    return found


def _of_revision(name: str, repository: Path) -> dict[str, bytes]:
    read: Callable[..., subprocess.CompletedProcess[bytes]] = subprocess.run
    known = read(
        ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"],
        cwd=repository,
        capture_output=True,
        check=False,
    )
    if known.returncode != 0:
        raise PlaceError(f"{name} is no folder, no wheel and no revision of the repository at {repository}")
    commit = known.stdout.decode().strip()
    listed = read(
        ["git", "ls-tree", "--name-only", commit, *_FOLDERS, _FRAGMENTS],
        cwd=repository,
        capture_output=True,
        check=True,
    )
    there = listed.stdout.decode().split()
    archive = read(["git", "archive", commit, *there], cwd=repository, capture_output=True, check=True)
    found = {}
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        for member in files:
            content = files.extractfile(member) if member.isfile() else None
            if content is not None:
                found[member.name] = content.read()
    return found


def _sound(name: str, found: dict[str, bytes]) -> Artefacts:
    if "validators/gclink/_data/requirements.json" not in found:
        raise PlaceError(
            f"{name} holds no version of the standard: validators/gclink/_data/requirements.json is missing"
        )
    fragments = {
        PurePosixPath(path).name: raw.decode("utf-8")
        for path, raw in found.items()
        if path.startswith(f"{_FRAGMENTS}/") and path.endswith(".md") and not path.endswith("README.md")
    }
    return Artefacts(name, found, fragments)
