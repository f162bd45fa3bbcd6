"""ZIP archives: read without touching the disk, and refused whole when one member is unsafe."""

import io
import stat
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from gclink.containers import Ignored, Source, SourceKind, open_sources
from gclink.errors import LimitExceeded, Unreadable, UnreadableInput
from gclink.limits import DEFAULT_LIMITS, Limits

DOCUMENT = b'{"type":"Party"}'


def packed(members: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def opened(data: bytes, limits: Limits = DEFAULT_LIMITS) -> list[Source]:
    return list(open_sources(["-"], limits, stdin=io.BytesIO(data)))


def refused(data: bytes, limits: Limits = DEFAULT_LIMITS) -> UnreadableInput:
    with pytest.raises(UnreadableInput) as caught:
        opened(data, limits)
    error = caught.value
    assert error.message.zh != error.message.en
    assert error.hint.zh != error.hint.en
    assert error.source is not None
    assert error.source.startswith("<stdin>")
    return error


def test_documents_are_read_in_the_order_of_their_names_and_the_rest_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(
        packed(
            [("b/", b""), ("b/x.ttl", b"# t"), ("a.json", DOCUMENT), ("readme.md", b"x"), ("b/n.ndjson", b"{}\n{}\n")]
        )
    )
    ignored: list[Ignored] = []
    sources = list(open_sources([path], on_ignored=ignored.append))
    assert [(s.name.removeprefix(str(path)), s.kind, s.first_line, s.raw) for s in sources] == [
        ("!/a.json", SourceKind.JSON, 1, DOCUMENT),
        ("!/b/n.ndjson", SourceKind.NDJSON_LINE, 1, b"{}"),
        ("!/b/n.ndjson", SourceKind.NDJSON_LINE, 2, b"{}"),
        ("!/b/x.ttl", SourceKind.TURTLE, 1, b"# t"),
    ]
    assert [item.name for item in ignored] == [f"{path}!/readme.md"]


def test_an_archive_in_a_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(packed([("x.json", DOCUMENT)]))
    (tmp_path / "a.json").write_bytes(DOCUMENT)
    assert [s.name.removeprefix(str(tmp_path)) for s in open_sources([tmp_path])] == ["/a.json", "/b.zip!/x.json"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../x.json", "outside"),
        ("a/../../x.json", "outside"),
        ("..", "outside"),
        ("/etc/x.json", "absolute"),
        ("C:/x.json", "absolute"),
        ("c:x.json", "absolute"),
        ("a\\..\\x.json", "backslash"),
        ("../readme.txt", "outside"),
    ],
)
def test_a_member_that_points_elsewhere_makes_the_archive_unsafe(name: str, reason: str) -> None:
    error = refused(packed([("good.json", DOCUMENT), (name, DOCUMENT)]))
    assert error.code == Unreadable.UNSAFE_ZIP
    assert reason in error.message.en


def test_a_name_with_a_zero_byte_is_not_cut_but_refused() -> None:
    data = packed([("aXb.json", DOCUMENT)]).replace(b"aXb.json", b"a\x00b.json")
    error = refused(data)
    assert (error.code, "zero byte" in error.message.en) == (Unreadable.UNSAFE_ZIP, True)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_make_the_archive_unsafe(kind: int) -> None:
    info = zipfile.ZipInfo("x.json")
    info.external_attr = (kind | 0o777) << 16
    error = refused(packed([(info, b"/etc/passwd")]))
    assert (error.code, "link or a device" in error.message.en) == (Unreadable.UNSAFE_ZIP, True)


def test_two_members_of_one_name_make_the_archive_unsafe() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = packed([("x.json", DOCUMENT), ("x.json", b"{}")])
    error = refused(data)
    assert (error.code, error.source) == (Unreadable.UNSAFE_ZIP, "<stdin>!/x.json")


def test_an_encrypted_member_is_said_to_be_encrypted() -> None:
    data = bytearray(packed([("x.json", DOCUMENT)]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert refused(bytes(data)).code == Unreadable.ENCRYPTED_ZIP


@pytest.mark.parametrize("name", ["inner.zip", "inner.ZIP", "inner.json"])
def test_an_archive_in_an_archive_is_refused_whatever_its_name(name: str) -> None:
    error = refused(packed([(name, packed([("x.json", DOCUMENT)]))]))
    assert (error.code, error.source) == (Unreadable.NESTED_ZIP, f"<stdin>!/{name}")


def test_an_archive_without_documents_is_an_error() -> None:
    assert refused(packed([("readme.md", b"x")])).code == Unreadable.NO_DOCUMENTS
    assert refused(packed([])).code == Unreadable.NO_DOCUMENTS


def limited(data: bytes, limits: Limits) -> str:
    error = refused(data, limits)
    assert isinstance(error, LimitExceeded)
    return error.flag


def test_a_bomb_is_refused_by_its_ratio_before_it_is_unpacked() -> None:
    assert limited(packed([("x.json", b" " * 4_000_000)]), DEFAULT_LIMITS) == "--max-zip-ratio"
    assert len(opened(packed([("x.json", b" " * 1_000_000)]))) == 1


def test_a_bomb_of_many_members_is_refused_by_their_sum() -> None:
    data = packed([(f"{n}.json", b" " * 1000) for n in range(20)])
    assert limited(data, Limits(max_zip_bytes=19_999)) == "--max-zip-bytes"
    assert len(opened(data, Limits(max_zip_bytes=20_000))) == 20


def test_members_are_counted_and_each_is_measured() -> None:
    data = packed([(f"{n}.json", b"{}" + b" " * 10) for n in range(3)])
    assert limited(data, Limits(max_documents=2)) == "--max-documents"
    assert limited(data, Limits(max_bytes=11)) == "--max-bytes"


def test_a_member_that_lies_about_its_size_is_broken_and_not_unpacked_further() -> None:
    data = bytearray(packed([("x.json", b"1" * 100_000)]))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 10)
    assert refused(bytes(data)).code == Unreadable.BROKEN_ZIP


def test_a_member_that_claims_more_than_the_archive_holds_is_broken() -> None:
    data = bytearray(packed([("x.json", b"1" * 3_000_000)]))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 20, 1_000_000)
    assert refused(bytes(data)).code == Unreadable.BROKEN_ZIP


@pytest.mark.parametrize("damage", ["cut", "crc", "garbage", "method"])
def test_a_damaged_archive_is_said_to_be_broken(tmp_path: Path, damage: str) -> None:
    data = bytearray(packed([("x.json", DOCUMENT * 10)], zipfile.ZIP_STORED))
    match damage:
        case "cut":
            data = data[: len(data) // 2]
        case "crc":
            data[data.index(DOCUMENT) + 2] ^= 1
        case "garbage":
            data = bytearray(b"this is no archive")
        case "method":
            struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 10, 12)
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput) as caught:
        list(open_sources([path]))
    assert caught.value.code == Unreadable.BROKEN_ZIP
    assert caught.value.source is not None
    assert caught.value.source.startswith(str(path))
