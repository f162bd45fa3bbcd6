"""Which generator makes the models of which language, from which artefact, with which options, and what it loses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gclink._text import Text

#: Takes the place of the artefact and of the file or folder to write in a command.
SOURCE: Final = "{source}"
TARGET: Final = "{target}"


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator: the client that brings it, its package with the version tried, and the name of its program."""

    client: str
    package: str
    version: str
    program: str

    @property
    def pinned(self) -> str:
        """Package and version as the client writes them."""
        return f"{self.package}@{self.version}" if self.client == "npm" else f"{self.package}=={self.version}"

    @property
    def install(self) -> str:
        """The command that installs it."""
        return f"npm install {self.pinned}" if self.client == "npm" else f"pip install {self.pinned}"


@dataclass(frozen=True, slots=True)
class Language:
    """One language: the tool, its options, the artefact it reads, what it writes, and what it cannot carry."""

    name: str
    tool: Tool
    options: tuple[str, ...]
    source: str
    target: str
    loses: Text
    #: Files the tool writes beside the models that do not compile or are of no use, deleted afterwards.
    drop: tuple[str, ...] = ()
    #: Whether the tool prints the models instead of writing a file.
    prints: bool = False
    #: Whether models of single classes can be asked for.
    by_class: bool = True


_QUICKTYPE = Tool("npm", "quicktype", "26.0.0", "quicktype")
_LINKML = ("linkml", "1.12.1")
_RULES = Text(
    "Rules, patterns and bounds are not carried: validate first, then read, and leave out members without a value.",
    "不携带规则、模式与界限：请先验证再读取，无值成员须省略。",
)


def _quicktype(name: str, target: str, options: tuple[str, ...], loses: Text, drop: tuple[str, ...] = ()) -> Language:
    return Language(
        name,
        _QUICKTYPE,
        ("--src-lang", "schema", "--src", SOURCE, *options, "--out", TARGET),
        "bundle#/$defs/",
        target,
        Text(f"{_RULES.en} {loses.en}".strip(), f"{_RULES.zh}{loses.zh}"),
        drop,
    )


_ALL = (
    Language(
        "python",
        Tool("pypi", "datamodel-code-generator", "0.89.0", "datamodel-codegen"),
        (
            "--input",
            SOURCE,
            "--input-file-type",
            "jsonschema",
            "--output",
            TARGET,
            "--output-model-type",
            "pydantic_v2.BaseModel",
            "--target-python-version",
            "3.11",
            "--use-title-as-name",
            "--collapse-root-models",
            "--disable-timestamp",
            "--formatters",
            "builtin",
        ),
        "bundle",
        "gclink_models.py",
        Text(
            "Rules are not carried: validate first. Write with"
            " model_dump(mode='json', by_alias=True, exclude_none=True).",
            "不携带规则：请先验证。写出时用 model_dump(mode='json', by_alias=True, exclude_none=True)。",
        ),
    ),
    Language(
        "typescript",
        Tool("npm", "json-schema-to-typescript", "16.0.0", "json2ts"),
        ("--input", SOURCE, "--output", TARGET),
        "bundle",
        "gclink.ts",
        _RULES,
    ),
    _quicktype(
        "java",
        "java/org/gclink/model/Models.java",
        ("--lang", "java", "--package", "org.gclink.model"),
        Text(
            "Read and write with Jackson's ObjectMapper, set to leave out null.",
            "读写请用 Jackson 的 ObjectMapper，并设为省略 null。",
        ),
        drop=("Converter.java",),
    ),
    _quicktype(
        "go",
        "gclink.go",
        ("--lang", "go", "--package", "gclink", "--omit-empty"),
        Text(
            " An integer 0 or a false that is optional is left out when written.",
            "可选的整数 0 与 false 写出时会被省略。",
        ),
    ),
    _quicktype(
        "csharp",
        "Gclink.cs",
        ("--lang", "csharp", "--namespace", "Gclink", "--framework", "SystemTextJson", "--check-required"),
        Text("", ""),
    ),
    _quicktype(
        "rust",
        "gclink.rs",
        ("--lang", "rust", "--visibility", "public", "--derive-partial-eq", "--skip-serializing-none"),
        Text("Unknown members are accepted when read.", "读取时会接受未知成员。"),
    ),
    Language(
        "sql",
        Tool("pypi", *_LINKML, "gen-sqltables"),
        (SOURCE,),
        "linkml",
        "gclink.sql",
        Text(
            "Rules are not carried. Decimals are TEXT, so that no digit is lost; order of lists is not kept.",
            "不携带规则。小数以 TEXT 存储以免丢失数位；列表次序不保留。",
        ),
        prints=True,
        by_class=False,
    ),
    Language(
        "graphql",
        Tool("pypi", *_LINKML, "gen-graphql"),
        (SOURCE,),
        "linkml",
        "gclink.graphql",
        Text(
            "Rules are not carried. Codes that are no names in GraphQL are written with underscores.",
            "不携带规则。不合 GraphQL 命名的代码以下划线改写。",
        ),
        prints=True,
        by_class=False,
    ),
)

#: Every language by name.
LANGUAGES: Final[dict[str, Language]] = {language.name: language for language in _ALL}
