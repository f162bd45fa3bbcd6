"""Each question has an answer that is known: from the litchi example, from the stories, or after one change to them."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner
from gclink.cli.ask import command
from gclink.documents import Document
from gclink.errors import GclinkError
from gclink.questions import answer, questions
from gclink_conformance.redigest import redigest

ROOT = Path(__file__).resolve().parents[2]
X = "https://example.org/gclink/"
AS_OF = "2026-10-01T00:00:00Z"
Trees = dict[str, dict[str, Any]]


def story(folder: str) -> Trees:
    return {path.stem: orjson.loads(path.read_bytes()) for path in sorted((ROOT / folder).glob("*.json"))}


LITCHI = story("examples/litchi/json")
PLEDGE = story("conformance_tests/bases/pledge-story")


def ask(name: str, trees: Trees, as_of: str = AS_OF) -> list[tuple[str, ...]]:
    rows = answer(name, [Document(tree, f"{key}.json", "json") for key, tree in trees.items()], as_of)
    return [tuple(value.removeprefix(X) for value in row.values()) for row in rows]


def event(entity: str, to: str) -> dict[str, Any]:
    first = copy.deepcopy(LITCHI["event-receivable-1"])
    issuer = f"{X}parties/cooperative"
    return first | {
        "id": f"{X}events/question",
        "issuer": issuer,
        "issuedAt": "2026-09-10T08:00:00Z",
        "entity": X + entity,
        "machine": "document",
        "fromState": "active",
        "toState": to,
        "sequence": 1,
        "effectiveAt": "2026-09-10T08:00:00Z",
        "actor": issuer,
        "actorRole": "issuer",
    }


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("zh: 哪些融资依据的护照已被暂停或撤销？", "zh: ''", "question suspended-passports: it has no words in zh"),
        ("columns: [transaction, lot, passport, status]", "columns: [bank]", "the query does not give the column bank"),
        ("  suspended-passports:", "  Suspended:", "question Suspended: the name is not in small letters"),
        ("    for: [bank, regulator]\n", "", "question suspended-passports: for is missing"),
    ],
)
def test_a_question_that_is_not_whole_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    import dataclasses

    from gclink_spec import load_model
    from gclink_spec.questions import check

    file = tmp_path / "questions" / "questions.yaml"
    file.parent.mkdir()
    text = (ROOT / "spec" / "questions" / "questions.yaml").read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    (problem,) = check(dataclasses.replace(load_model(ROOT / "spec"), spec=tmp_path))
    assert message in problem.message
    assert problem.place.startswith(f"{file}:")


def test_every_question_is_asked_here() -> None:
    asked = Path(__file__).read_text("utf-8")
    assert [name for name in questions() if f'"{name}"' not in asked] == []


def test_a_financing_rests_on_a_suspended_passport_from_the_day_of_the_suspension() -> None:
    assert ask("suspended-passports", LITCHI) == []
    trees = LITCHI | {"event-question": event("passports/smoked-A", "suspended")}
    assert [row[:3] for row in ask("suspended-passports", trees)] == [
        ("transactions/1", "lots/smoked-A", "passports/smoked-A")
    ]
    assert ask("suspended-passports", trees, "2026-09-09T00:00:00Z") == []


def test_a_tonne_given_away_twice_is_told_with_both_amounts() -> None:
    assert ask("tonnes-twice", PLEDGE) == []
    name, allocation = next((key, tree) for key, tree in PLEDGE.items() if tree["type"] == "RemovalAllocation")
    statement = next(tree for tree in PLEDGE.values() if tree["id"] == allocation["source"]["target"])
    again = copy.deepcopy(allocation) | {"id": f"{X}allocations/again", "tonnes": statement["issuable"]}
    (row,) = ask("tonnes-twice", PLEDGE | {f"{name}-again": again})
    assert row[0] == statement["id"].removeprefix(X)
    assert row[1] == statement["issuable"]
    assert float(row[2]) > float(row[1])


def test_the_all_in_rate_is_base_rate_margin_and_adjustment() -> None:
    (row,) = ask("all-in-rate", LITCHI)
    assert row == ("transactions/1", "0.041", "0.03", "120", "-10", "adjustments/1")
    assert float(row[1]) == pytest.approx(float(row[2]) + (int(row[3]) + int(row[4])) / 10_000)


def test_an_adjustment_is_followed_to_the_passports_and_the_verification_behind_it() -> None:
    assert ask("why-this-adjustment", LITCHI) == [
        ("adjustments/1", "intensity", "0.53", "2", f"passports/smoked-{lot}", "verifications/smoked") for lot in "AB"
    ]


def test_a_verification_that_is_withdrawn_takes_a_label_with_it() -> None:
    assert ask("labels-of-verification", LITCHI) == [
        ("verifications/fruit", "passports/fruit", "claims/fruit", "labels/fruit")
    ]


def test_an_asset_in_two_financings_is_told() -> None:
    assert ask("financed-twice", LITCHI) == []
    again = copy.deepcopy(LITCHI["transaction"]) | {"id": f"{X}transactions/2"}
    asset = LITCHI["receivable"]["id"].removeprefix(X)
    assert ask("financed-twice", LITCHI | {"transaction-2": again}) == [(asset, "2")]


def test_the_emissions_behind_a_financing_are_those_of_its_links() -> None:
    due = sum(float(LITCHI[name]["coveredEmissions"]["value"]) for name in ("link-a", "link-b"))
    assert ask("covered-emissions", LITCHI) == [("transactions/1", "2", f"{due:g}")]


def test_removals_are_told_by_what_became_of_them() -> None:
    rows = ask("removals-by-use", PLEDGE)
    gone = {tree["entity"] for tree in PLEDGE.values() if tree.get("toState") in ("revoked", "superseded", "suspended")}
    gone |= {tree["supersedes"]["target"] for tree in PLEDGE.values() if "supersedes" in tree}
    tonnes: dict[str, float] = {}
    for tree in PLEDGE.values():
        if tree["type"] == "RemovalAllocation" and tree["id"] not in gone:
            tonnes[tree["mode"]] = tonnes.get(tree["mode"], 0) + float(tree["tonnes"])
    assert {mode: float(amount) for _, mode, amount in rows} == tonnes


def test_a_claim_on_a_passport_that_nobody_verified_is_told() -> None:
    assert ask("unverified-claims", LITCHI) == []
    old = copy.deepcopy(LITCHI["verification-fruit"])
    old["validity"]["end"] = "2026-08-31"
    trees = LITCHI | {"verification-fruit": old}
    assert ask("unverified-claims", trees) == [("claims/fruit", "t1_measured", "passports/fruit")]


def test_goods_are_followed_to_where_they_were_made() -> None:
    assert ask("origin", LITCHI) == [
        ("transactions/1", f"lots/smoked-{lot}", "sites/smokehouse", "parties/cooperative") for lot in "AB"
    ]


def test_a_question_that_there_is_not_is_refused() -> None:
    with pytest.raises(GclinkError) as error:
        answer("why", [], AS_OF)
    assert error.value.code == "unknown_question"


def test_the_command_lists_and_answers_in_both_languages() -> None:
    listed = CliRunner().invoke(command, ["--lang", "zh"], standalone_mode=False)
    assert [line.split()[0] for line in listed.output.splitlines()] == list(questions())
    folder = str(ROOT / "examples" / "litchi" / "json")
    run = CliRunner().invoke(
        command, ["all-in-rate", folder, "--as-of", AS_OF, "--format", "json"], standalone_mode=False
    )
    assert run.return_value == 0
    assert json.loads(run.output)["rows"][0]["allInRate"] == "0.041"
    run = CliRunner().invoke(
        command, ["financed-twice", folder, "--as-of", AS_OF, "--lang", "zh"], standalone_mode=False
    )
    assert run.output.splitlines()[-1] == "无"


def test_digests_play_no_part_in_an_answer() -> None:
    assert ask("origin", redigest(copy.deepcopy(LITCHI), set())) == ask("origin", LITCHI)
