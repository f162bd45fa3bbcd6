"""Files and folders: a stable order, nothing passed over in silence, one clear error for each thing that goes wrong."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gclink.containers import Ignored, SourceKind, open_sources
from gclink.errors import LimitExceeded, Unreadable, UnreadableInput
from gclink.limits import Limits

DOCUMENT = b'{"type":"Party"}'
TURTLE = b"@prefix gcl: <https://w3id.org/gclink/> .\n<https://a.example/1> a gcl:Party .\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.json",
        "a.xml",
        "sub/c.ttl",
        "sub/deeper/d.nt",
        "sub.json.txt",
        "e.JSONLD",
        "readme.md",
        ".git/x.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(DOCUMENT)
    return tmp_path


def opened(*paths: Path | str, **options: Any) -> list[tuple[str, str]]:
    return [(source.name, source.kind.value) for source in open_sources(paths, **options)]


def refused(action: Callable[[], object]) -> UnreadableInput:
    with pytest.raises(UnreadableInput) as caught:
        action()
    error = caught.value
    assert error.exit_code == 3
    assert error.message.zh != error.message.en
    assert error.hint.zh != error.hint.en
    return error


def test_a_folder_is_read_recursively_in_the_order_of_its_paths(folder: Path) -> None:
    assert opened(folder) == [
        (f"{folder}/a.xml", "xml"),
        (f"{folder}/b.json", "json"),
        (f"{folder}/e.JSONLD", "jsonld"),
        (f"{folder}/sub/c.ttl", "turtle"),
        (f"{folder}/sub/deeper/d.nt", "ntriples"),
    ]


def test_what_a_folder_holds_besides_documents_is_reported(folder: Path) -> None:
    ignored: list[Ignored] = []
    opened(folder, on_ignored=ignored.append)
    assert [(item.name.removeprefix(str(folder)), item.reason.en) for item in ignored] == [
        ("/.git", "a hidden folder"),
        ("/readme.md", "not a document"),
        ("/sub.json.txt", "not a document"),
    ]
    assert all(item.reason.zh != item.reason.en for item in ignored)


def test_arguments_keep_their_order_and_a_file_named_twice_is_read_once(folder: Path) -> None:
    ignored: list[Ignored] = []
    names = opened(folder / "b.json", folder / "a.xml", folder / "sub" / ".." / "b.json", on_ignored=ignored.append)
    assert [Path(name).name for name, _ in names] == ["b.json", "a.xml"]
    assert [item.reason.en for item in ignored] == ["given twice"]


def test_a_file_is_not_read_before_its_bytes_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(DOCUMENT)
    (source,) = open_sources([path])
    path.write_bytes(b"{}")
    assert source.raw == b"{}"
    path.unlink()
    error = refused(lambda: source.raw)
    assert (error.code, error.source) == (Unreadable.NOT_FOUND, str(path))


def test_every_name_is_looked_at_before_the_first_document(folder: Path) -> None:
    error = refused(lambda: open_sources([folder / "b.json", folder / "typo.json"]))
    assert (error.code, error.source) == (Unreadable.NOT_FOUND, str(folder / "typo.json"))


@pytest.mark.parametrize("name", ["missing", "b.json/inside.json", "x\x00y"])
def test_a_name_that_leads_nowhere_is_refused(folder: Path, name: str) -> None:
    assert refused(lambda: open_sources([folder / name])).code in {Unreadable.NOT_FOUND, Unreadable.READ_FAILED}


def test_a_folder_named_like_a_document_is_refused_wherever_it_is_met(tmp_path: Path) -> None:
    (tmp_path / "x.json").mkdir()
    for given in (tmp_path / "x.json", tmp_path):
        error = refused(lambda given=given: open_sources([given]))
        assert (error.code, error.source) == (Unreadable.IS_FOLDER, str(tmp_path / "x.json"))


def test_a_folder_without_documents_is_an_error_and_not_a_pass(tmp_path: Path) -> None:
    assert refused(lambda: open_sources([tmp_path])).code == Unreadable.NO_DOCUMENTS
    (tmp_path / "notes.txt").write_text("x")
    error = refused(lambda: open_sources([tmp_path]))
    assert "1 other" in error.message.en
    assert ".ndjson" in error.hint.en


def test_a_file_one_may_not_read_is_an_error_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(DOCUMENT)
    (source,) = open_sources([path])

    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    # The tests may run as a user whom no permission stops.
    monkeypatch.setattr(Path, "open", deny)
    assert refused(lambda: source.raw).code == Unreadable.NO_PERMISSION
    monkeypatch.setattr(os, "scandir", deny)
    assert refused(lambda: open_sources([tmp_path])).code == Unreadable.NO_PERMISSION


def test_a_failing_disk_is_reported_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(DOCUMENT)
    (source,) = open_sources([path])

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    error = refused(lambda: source.raw)
    assert error.code == Unreadable.READ_FAILED
    assert "Input/output error" in error.message.en


def test_a_file_larger_than_allowed_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(DOCUMENT)
    (source,) = open_sources([path], Limits(max_bytes=15))
    with pytest.raises(LimitExceeded) as caught:
        _ = source.raw
    assert caught.value.flag == "--max-bytes"


def test_documents_are_counted_over_all_arguments(folder: Path) -> None:
    with pytest.raises(LimitExceeded) as caught:
        opened(folder, limits=Limits(max_documents=4))
    assert caught.value.flag == "--max-documents"
    assert len(opened(folder, limits=Limits(max_documents=5))) == 5


def test_links_to_folders_are_not_followed_and_links_to_files_are(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "z.json").write_bytes(DOCUMENT)
    (folder / "loop").symlink_to(folder)
    (folder / "y.json").symlink_to(other / "z.json")
    ignored: list[Ignored] = []
    names = [Path(name).name for name, _ in opened(folder, on_ignored=ignored.append)]
    assert "y.json" in names
    assert len(names) == 6
    assert "a link to a folder" in [item.reason.en for item in ignored]


def test_a_link_to_nothing_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to(tmp_path / "gone.json")
    (source,) = open_sources([tmp_path])
    assert refused(lambda: source.raw).code == Unreadable.NOT_FOUND


def test_a_name_that_is_no_utf8_can_still_be_printed(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xff.json")  # noqa: PTH118 - bytes
    with open(path, "wb") as file:  # noqa: PTH123 - bytes
        file.write(DOCUMENT)
    (source,) = open_sources([tmp_path])
    source.name.encode()
    assert source.raw == DOCUMENT


@pytest.mark.parametrize(
    ("content", "kind"),
    [(DOCUMENT, "json"), (b"<Party/>", "xml"), (TURTLE, "turtle"), (DOCUMENT + b"\n" + DOCUMENT, "ndjson-line")],
)
def test_a_file_without_a_telling_name_is_told_by_its_content(tmp_path: Path, content: bytes, kind: str) -> None:
    (tmp_path / "passport").write_bytes(content)
    assert {found for _, found in opened(tmp_path / "passport")} == {kind}


def test_the_caller_may_say_what_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(DOCUMENT)
    assert opened(tmp_path / "a.json", kind=SourceKind.JSONLD) == [(f"{tmp_path}/a.json", "jsonld")]


def test_the_name_decides_and_not_the_content(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"@context":{},"@graph":[]}')
    (tmp_path / "a.jsonld").write_bytes(b'{"@context":{},"@graph":[]}')
    assert [kind for _, kind in opened(tmp_path)] == ["json", "jsonld"]
