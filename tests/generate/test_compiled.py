"""The models of the other languages compile in their own compilers, and the example comes through them unchanged.

The generators and compilers are fetched by npm and pipx; without them the tests are skipped and say so.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from pathlib import Path

import orjson
import pytest
from gclink.canonical import digest
from gclink.generate import LANGUAGES, generate
from gclink.generate._run import find

pytestmark = pytest.mark.long

CORPUS = Path(__file__).parents[2] / "examples" / "litchi" / "json"
TYPESCRIPT = "typescript@7.0.2"
NODE_TYPES = "@types/node@24.0.0"
JACKSON = [Path("/usr/share/java") / f"jackson-{part}.jar" for part in ("core", "annotations", "databind")]


def _run(*command: str, cwd: Path) -> None:
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=900, check=False)
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]


def _need(*programs: str) -> None:
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


def _same(folder: Path, digests: dict[str, str]) -> None:
    assert {path.name: digest(orjson.loads(path.read_bytes())) for path in folder.glob("*.json")} == digests


READER = """
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { AnyDocument, CarbonPassport } from "./gclink";

const [from, to] = process.argv.slice(2) as [string, string];
for (const name of readdirSync(from)) {
  const document = JSON.parse(readFileSync(`${from}/${name}`, "utf8")) as AnyDocument;
  if (document.type === "CarbonPassport") {
    const passport: CarbonPassport = document; // the union is told apart by type
    if (passport.stages.length === 0) throw new Error(passport.id);
  }
  writeFileSync(`${to}/${name}`, JSON.stringify(document));
}
"""


def test_typescript_compiles_strictly_and_the_example_comes_through(tmp_path: Path, digests: dict[str, str]) -> None:
    _need("npm", "npx", "node")
    generate(LANGUAGES["typescript"], tmp_path)
    (tmp_path / "package.json").write_text(json.dumps({"private": True, "type": "commonjs"}))
    (tmp_path / "reader.ts").write_text(READER)
    _run("npm", "install", "--silent", "--no-package-lock", TYPESCRIPT, NODE_TYPES, cwd=tmp_path)
    options = [
        "--strict",
        "--module",
        "commonjs",
        "--target",
        "es2022",
        "--types",
        "node",
        "--ignoreConfig",
        "--skipLibCheck",
    ]
    _run("npx", "--no-install", "tsc", *options, "reader.ts", cwd=tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    _run("node", "reader.js", str(CORPUS), str(out), cwd=tmp_path)
    _same(out, digests)


def test_typescript_refuses_a_member_of_the_wrong_type(tmp_path: Path) -> None:
    _need("npm", "npx", "node")
    generate(LANGUAGES["typescript"], tmp_path, "Lot")
    (tmp_path / "wrong.ts").write_text(
        'import type { Lot } from "./gclink";\nexport const n: number = ({} as Lot).id;\n'
    )
    (tmp_path / "package.json").write_text(json.dumps({"private": True}))
    _run("npm", "install", "--silent", "--no-package-lock", TYPESCRIPT, cwd=tmp_path)
    command = ["npx", "--no-install", "tsc", "--strict", "--noEmit", "--ignoreConfig", "wrong.ts"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "not assignable to type 'number'" in result.stdout


JAVA = """
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;

public class Reader {
    public static void main(String[] arguments) throws Exception {
        ObjectMapper mapper = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);
        for (File file : new File(arguments[0]).listFiles()) {
            String type = mapper.readTree(file).get("type").asText();
            Object document = mapper.readValue(file, Class.forName("org.gclink.model." + type));
            mapper.writeValue(new File(arguments[1], file.getName()), document);
        }
    }
}
"""


def test_java_compiles_and_the_example_comes_through(tmp_path: Path, digests: dict[str, str]) -> None:
    _need("npx", "javac", "java")
    if not all(jar.is_file() for jar in JACKSON):
        pytest.skip("Jackson is not installed (Debian: libjackson2-databind-java)")
    files = generate(LANGUAGES["java"], tmp_path)
    (tmp_path / "Reader.java").write_text(JAVA)
    path = ":".join(map(str, [*JACKSON, tmp_path / "classes"]))
    _run("javac", "-cp", path, "-d", "classes", *map(str, files), "Reader.java", cwd=tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    _run("java", "-cp", path, "Reader", str(CORPUS), str(out), cwd=tmp_path)
    _same(out, digests)


@pytest.mark.parametrize("name", ["go", "csharp", "rust"])
def test_the_other_languages_have_every_class_of_document(name: str, tmp_path: Path) -> None:
    _need("npx")
    (path,) = generate(LANGUAGES[name], tmp_path)
    text = path.read_text()
    for file in CORPUS.glob("*.json"):
        assert f" {orjson.loads(file.read_bytes())['type']} " in text


def _client_of_python_programs() -> None:
    if all(find(program) is None for program in ("gen-sqltables", "uvx", "pipx")):
        pytest.skip("neither linkml nor pipx is installed")


def test_the_sql_makes_tables_that_refuse_a_row_without_a_required_column(tmp_path: Path) -> None:
    _client_of_python_programs()
    (path,) = generate(LANGUAGES["sql"], tmp_path)
    database = sqlite3.connect(":memory:")
    database.executescript(path.read_text())
    tables = {name for (name,) in database.execute("select name from sqlite_master where type = 'table'")}
    assert {"CarbonPassport", "Receivable", "Quantity"} <= tables
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        database.execute('insert into "Quantity" (id, type, value) values (1, "Quantity", "1")')
    database.close()


def test_the_graphql_types_have_every_class_of_document(tmp_path: Path) -> None:
    _client_of_python_programs()
    (path,) = generate(LANGUAGES["graphql"], tmp_path)
    text = path.read_text()
    for file in CORPUS.glob("*.json"):
        assert f"type {orjson.loads(file.read_bytes())['type']}" in text
