"""Write the bases into ``conformance_tests/bases``."""

from __future__ import annotations

from pathlib import Path

from gclink_conformance.bases import files


def main() -> None:
    """Write every base and drop single-document bases that no longer exist."""
    folder = Path(__file__).parents[2] / "bases"
    folder.mkdir(exist_ok=True)
    written = files()
    for stale in folder.glob("*.json"):
        if stale.name not in written:
            stale.unlink()
    for name, content in written.items():
        (folder / name).write_bytes(content)
    print(f"{len(written)} bases in {folder.name}/")


if __name__ == "__main__":
    main()
