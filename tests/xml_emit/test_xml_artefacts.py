"""The XML artefacts load everywhere, say in their own words what they check, and come out the same every time."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import xmlschema
from documents import Documents, to_xml
from gclink_spec import Model
from gclink_spec._model import Level, Tier
from gclink_spec.constraints import constraints
from gclink_spec.emit import schematron, xsd, xsd11
from gclink_spec.rules import CompiledRule
from lxml import etree, isoschematron
from xml_faults import FAULTS

XS = "{http://www.w3.org/2001/XMLSchema}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"


@pytest.mark.parametrize("emitter", [xsd, xsd11, schematron])
def test_an_artefact_comes_out_the_same_twice_and_says_that_it_is_generated(model: Model, emitter: object) -> None:
    first, second = emitter.emit(model), emitter.emit(model)
    assert first == second
    assert all(b"do not edit" in content[:200] for content in first.values())


def test_the_schemas_load_in_lxml_and_in_xmlschema(artefacts: Path) -> None:
    etree.XMLSchema(etree.parse(artefacts / xsd.PATH))
    xmlschema.XMLSchema10(str(artefacts / xsd.PATH), allow="local")
    xmlschema.XMLSchema11(str(artefacts / xsd.PATH), allow="local")
    xmlschema.XMLSchema11(str(artefacts / xsd11.PATH), allow="local")


def test_the_jdk_gives_the_verdict_of_the_other_engines(model: Model, artefacts: Path, tmp_path: Path) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java here")
    expected, paths = [], []
    for number, fault in enumerate(FAULTS):
        sound = to_xml(model, Documents(model, 1, 1.0).tree(fault.cls))
        for name, document in (("sound", sound), ("broken", fault.change(sound.decode()).encode())):
            paths.append(tmp_path / f"{number}-{name}.xml")
            paths[-1].write_bytes(document)
            expected.append(name == "sound")
    source = Path(__file__).parent / "Validate.java"
    done = subprocess.run(
        [java, str(source), str(artefacts / xsd.PATH), *map(str, paths)], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    assert [line == "valid" for line in lines] == expected, lines


def test_the_schematron_is_schematron(artefacts: Path) -> None:
    document = etree.parse(artefacts / schematron.PATH)
    assert isoschematron.schematron_schema_valid.validate(document), isoschematron.schematron_schema_valid.error_log


def test_every_constraint_of_the_structure_is_named_in_the_schema(model: Model, artefacts: Path) -> None:
    named: set[tuple[str, str]] = set()
    for info in etree.parse(artefacts / xsd.PATH).iter(f"{XS}appinfo"):
        place, *kinds = str(info.text).split()
        named |= {(f"{place}#{kind}", requirement) for kind, _, requirement in (k.partition(":") for k in kinds)}
    wanted = {(c.key, c.requirement) for c in constraints(model)}
    discriminator = {(key, requirement) for key, requirement in wanted if key.startswith("Document.type#")}
    assert named == wanted - discriminator - {("LocalizedText#closed", "GCL-COR-002")}


def test_every_text_of_the_schema_stands_in_both_languages(artefacts: Path) -> None:
    for note in etree.parse(artefacts / xsd.PATH).iter(f"{XS}annotation"):
        languages = [d.get("{http://www.w3.org/XML/1998/namespace}lang") for d in note.iter(f"{XS}documentation")]
        assert languages in (["en", "zh"], []), etree.tostring(note)


def test_nothing_open_stands_in_the_schema(artefacts: Path) -> None:
    for path in (xsd.PATH, xsd11.PATH):
        root = etree.parse(artefacts / path).getroot()
        assert not [e for e in root.iter() if e.tag in (f"{XS}any", f"{XS}anyAttribute")]
        assert root.get("blockDefault") == "#all"


def test_every_line_is_an_assertion_with_its_severity_and_both_texts(
    model: Model, rules: tuple[CompiledRule, ...], artefacts: Path
) -> None:
    root = etree.parse(artefacts / schematron.PATH).getroot()
    texts = {d.get("id"): d.text for d in root.iter(f"{SCH}diagnostic")}
    found = {}
    for made in root.iter(f"{SCH}assert"):
        requirement = model.requirements[made.get("id").split(".")[0]]
        assert made.get("role") == ("error" if requirement.level is Level.MUST else "warning")
        assert [texts[d] for d in made.get("diagnostics").split()] == [
            requirement.statement.en,
            requirement.statement.zh,
        ]
        found[made.get("id")] = made
    assert set(found) == {schematron.assert_id(rule) for rule in rules}


def test_what_cannot_be_said_is_named(model: Model) -> None:
    lines = {r.id for r in model.requirements.values() if r.tier is Tier.T2 and r.rules}
    assert not lines & {gap.requirement for gap in schematron.inexpressible(model)}
    weak = {r.id for r in model.requirements.values() if r.id in lines and r.level is not Level.MUST}
    assert lines & {gap.requirement for gap in xsd11.inexpressible(model)} == weak
