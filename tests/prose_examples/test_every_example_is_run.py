"""No example stands in the prose, the documentation or the README that nothing proves."""

from __future__ import annotations

import json
import re
import shlex
from copy import deepcopy
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from example_blocks import ROOT, Block, Shell, blocks, commands, inline_commands, matches, pages
from gclink._model import model
from gclink.check import Options, check
from gclink.cli import root as command_line
from gclink.documents import read_bytes
from gclink_conformance.patch import apply
from gclink_conformance.protocol import validator
from gclink_spec.prose._examples import KINDS as PART_KINDS

PAGES = pages()
ALL = [block for page in PAGES for block in blocks(page)]
SHELL = frozenset({"sh", "console", "shell-session"})
DATA = frozenset({"json", "xml", "turtle"})
#: Everything that may stand after a fence; ``text`` is not meant to run.
LANGUAGES = SHELL | DATA | {"python", "yaml", "javascript", "text"}
#: Folders of pages that other tests run from top to bottom, with the folder of those tests.
ELSEWHERE = {"contributing": "tests/contributing", "tutorials": "tests/tutorials"}
#: What stands for the reader's own files, page by page.
STANDINS = {
    "vendors.md": {"my-passport.json": "conformance_tests/bases/passport.json", "bundle": "examples/litchi/json"},
}
#: Words of a command that takes a minute; it is run with the long tests.
SLOW = ("--engine all",)
#: Pages that take long and say in Chinese what another says in English; they are run with the long tests.
SLOW_PAGES = ("docs/zh/conformance/", "docs/zh/bridges/")


def in_part(block: Block) -> bool:
    return block.page.parent.name == "parts"


def elsewhere(page: Path) -> bool:
    return page.parent.name in ELSEWHERE


OWN = [block for block in ALL if block.meant_to_run and not elsewhere(block.page)]


def of(*languages: str) -> list[Any]:
    """Return the blocks of some languages that are proved here; the marked ones of the parts are not."""
    found = [
        block
        for block in OWN
        if block.language in languages and not (in_part(block) and block.language in PART_KINDS.values())
    ]
    return [pytest.param(block, id=block.place) for block in found]


def test_every_block_is_of_a_language_that_is_proved_or_says_that_it_is_not_meant_to_run() -> None:
    strangers = [
        f"{block.place}: {block.language!r}"
        for block in ALL
        if block.language not in LANGUAGES and not elsewhere(block.page)
    ]
    assert strangers == [], "name the language, or write `text` or {.sh .norun} for a block that is not meant to run"


def test_pages_run_elsewhere_are_run_there() -> None:
    for folder, tests in ELSEWHERE.items():
        code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / tests).glob("test_*.py"))
        globbed = f'glob("*/{folder}/*.md")' in code
        pages = {block.page.stem for block in ALL if block.page.parent.name == folder and block.meant_to_run}
        assert [page for page in sorted(pages) if not globbed and f'"{page}"' not in code] == [], tests


def test_marked_blocks_of_the_parts_are_run_with_the_parts() -> None:
    marked = [block for block in ALL if in_part(block) and block.language in PART_KINDS.values()]
    assert marked
    assert [block.place for block in marked if block.mark[:1] == () or block.mark[0] not in PART_KINDS] == []


def by_page() -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {}
    for block in OWN:
        if block.language in SHELL and not (in_part(block) and block.language in PART_KINDS.values()):
            found.setdefault(block.page.relative_to(ROOT).as_posix(), []).append(block)
    return found


def has_slow(items: list[Block]) -> bool:
    return any(word in block.body for block in items for word in SLOW)


QUICK = [pytest.param(items, id=page) for page, items in by_page().items() if not page.startswith(SLOW_PAGES)]
WHOLE = [
    pytest.param(items, id=page) for page, items in by_page().items() if page.startswith(SLOW_PAGES) or has_slow(items)
]


def run_all(items: list[Block], folder: Path, *, without: tuple[str, ...] = ()) -> None:
    shell = Shell(folder, "zh" if "zh" in items[0].page.parts else "en")
    for name, source in STANDINS.get(items[0].page.name, {}).items():
        (folder / name).symlink_to(ROOT / source)
    for block in items:
        for command in commands(block):
            if any(word in command.text for word in without):
                continue
            text = command.text
            if text.startswith("make "):  # what it would run is run by its own tests; here the target has to exist
                text = text.replace("make ", "make --dry-run ", 1)
            code, printed = shell.run(text)
            if command.shown is not None:
                assert matches(command.shown, printed), f"{block.place}: $ {command.text}\n{printed}"
            else:
                assert code == 0, f"{block.place}: $ {command.text} ends with {code}\n{printed}"


@pytest.mark.parametrize("items", QUICK)
def test_commands_do_what_the_page_shows(items: list[Block], tmp_path: Path) -> None:
    run_all(items, tmp_path, without=SLOW)


@pytest.mark.long
@pytest.mark.parametrize("items", WHOLE)
def test_all_commands_of_a_page_with_slow_ones_do_what_it_shows(items: list[Block], tmp_path: Path) -> None:
    run_all(items, tmp_path)


@pytest.mark.parametrize("block", of("python"))
def test_a_python_example_runs(block: Block, tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    (tmp_path / "example.py").write_text(block.body, encoding="utf-8")
    code, printed = shell.run("python -W error example.py")
    assert code == 0, f"{block.place}\n{printed}"


@pytest.mark.parametrize("block", of("yaml"))
def test_a_yaml_example_can_be_read(block: Block) -> None:
    assert yaml.safe_load(block.body) is not None


def findings(raw: bytes, form: str) -> set[tuple[str, str]]:
    report = check(read_bytes(raw, form, "example"), Options(as_of="2026-10-01T00:00:00Z", scope="document"))
    return {(finding.requirement, finding.pointer) for finding in report.findings}


@pytest.mark.parametrize("block", of("xml", "turtle"))
def test_an_xml_or_turtle_example_has_the_outcome_it_declares(block: Block) -> None:
    assert findings(block.body.encode(), block.language) == declared(block)


def declared(block: Block) -> set[tuple[str, str]]:
    """Return the findings that the mark ``breaks ID POINTER ...`` declares; without it a document conforms."""
    if block.mark[:1] != ("breaks",):
        return set()
    return set(zip(block.mark[1::2], block.mark[2::2], strict=True))


@pytest.mark.parametrize("block", of("json"))
def test_a_json_example_has_the_outcome_it_declares(block: Block) -> None:
    match block.mark[:1]:
        case ("quote",):
            file, _, pointer = block.mark[1].partition("#")
            assert json.loads(block.body) == at(json.loads((ROOT / file).read_text(encoding="utf-8")), pointer)
        case ("change",):
            assert changed(json.loads(block.body), block.mark[1]) == set(
                zip(block.mark[3::2], block.mark[4::2], strict=True)
            )
        case _:
            for item in values(block):
                prove(item, block)


def values(block: Block) -> list[Any]:
    """Return the value of a block, or of each of its lines."""
    try:
        return [json.loads(block.body)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in block.body.splitlines() if line.strip()]


def prove(item: Any, block: Block) -> None:
    """Hold a document to the standard, a message to the protocol; anything else has to say what it is."""
    if isinstance(item, dict) and item.get("type") in model().classes:
        assert findings(json.dumps(item).encode(), "json") == declared(block), block.place
    elif isinstance(item, dict) and "id" in item and not {"type", "@context"} & item.keys():
        assert [fault.message for fault in validator("messages").iter_errors(item)] == [] or answers(item), block.place
    else:
        pytest.fail(
            f"{block.place}: neither a document nor a message: mark it with <!-- example quote FILE#POINTER -->"
        )


def answers(item: dict[str, Any]) -> bool:
    """Whether a value is a response of the protocol to some request."""
    kinds = ("hello", "check", "convert", "derive", "digest", "bye", "declined", "failed")
    return any(validator("messages", f"response.{kind}").is_valid(item) for kind in kinds)


def at(document: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        document = document[int(step)] if isinstance(document, list) else document[step]
    return document


def changed(patch: list[dict[str, Any]], file: str) -> set[tuple[str, str]]:
    document = json.loads((ROOT / file).read_text(encoding="utf-8"))
    for operation in patch:
        document = apply(deepcopy(document), operation)
    return findings(json.dumps(document).encode(), "json")


INLINE = [
    pytest.param(command, id=f"{page.relative_to(ROOT).as_posix()}:{line}")
    for page in PAGES
    for line, command in inline_commands(page)
]


@pytest.mark.parametrize("text", INLINE)
def test_a_command_in_running_text_exists_with_its_options(text: str) -> None:
    group: click.Command = command_line
    for word in shlex.split(text.replace("…", ""))[1:]:
        if word.startswith("--"):
            known = [name for option in group.params for name in (*option.opts, *option.secondary_opts)]
            assert word.partition("=")[0] in [*known, "--help", "--version"], f"{text}: no option {word}"
        elif isinstance(group, click.Group):
            found = group.get_command(click.Context(group), word)
            assert found is not None, f"{text}: no command {word}"
            group = found


def test_the_check_of_running_text_sees_a_command_that_does_not_exist() -> None:
    for text in ("gclink valdate x.json", "gclink validate --as-if 2026", "gclink spec bild"):
        with pytest.raises(AssertionError, match=r"no (option|command)"):
            test_a_command_in_running_text_exists_with_its_options(text)


def test_an_output_that_differs_in_one_word_does_not_match() -> None:
    assert matches("a\n...\nd\n", "a\nb\nc\nd\n")
    assert not matches("a\n...\nd\n", "a\nb\nc\ne\n")
    assert not matches("", "something\n")
    assert matches("a\n… and 2 more lines\n", "a\nb\nc\n")
    assert not matches("a\n… and 2 more lines\n", "a\nb\n")
    assert not matches("x\n……另有 2 行\n", "a\nb\nc\n")


def block_of(page: str) -> Block:
    from example_blocks import _blocks

    [found] = _blocks(ROOT / "docs" / "en" / "page.md", page)
    return found


def test_the_check_of_json_sees_a_document_that_breaks_what_it_does_not_declare() -> None:
    party = json.loads((ROOT / "conformance_tests" / "bases" / "party.json").read_text(encoding="utf-8"))
    broken = json.dumps({**party, "identifiers": []})
    with pytest.raises(AssertionError, match=r"page\.md"):
        test_a_json_example_has_the_outcome_it_declares(block_of(f"```json\n{broken}\n```\n"))
    told = json.dumps({**party, "specVersion": "2.0.0"})
    mark = "<!-- example breaks GCL-COR-011 /specVersion -->"
    test_a_json_example_has_the_outcome_it_declares(block_of(f"{mark}\n```json\n{told}\n```\n"))
    with pytest.raises(pytest.fail.Exception, match="neither a document nor a message"):
        test_a_json_example_has_the_outcome_it_declares(block_of('```json\n{"a": 1}\n```\n'))


def test_the_check_of_json_sees_a_message_that_the_protocol_does_not_know() -> None:
    test_a_json_example_has_the_outcome_it_declares(block_of('```json\n{"op": "bye", "id": "1"}\n{"id": "1"}\n```\n'))
    with pytest.raises(AssertionError):
        test_a_json_example_has_the_outcome_it_declares(block_of('```json\n{"op": "goodbye", "id": 1}\n```\n'))


def test_only_a_block_that_says_so_is_not_run() -> None:
    assert block_of("```sh\nls\n```\n").meant_to_run
    assert not block_of("``` {.sh .norun}\nls\n```\n").meant_to_run
    assert not block_of("```text\na = b\n```\n").meant_to_run
    assert block_of('```json title="lot.json"\n{}\n```\n').language == "json"


def test_targets_of_make_in_running_text_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    told = {
        (page.relative_to(ROOT).as_posix(), target)
        for page in PAGES
        for target in re.findall(r"`make ([a-z-]+)`", page.read_text(encoding="utf-8"))
    }
    assert told
    assert [f"{page}: make {target}" for page, target in sorted(told) if target not in targets] == []


def test_files_that_the_readme_and_the_guide_lead_to_exist() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        led = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", (ROOT / name).read_text(encoding="utf-8"))
        assert [path for path in led if not (ROOT / path).exists()] == [], name
