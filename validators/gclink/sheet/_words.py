"""The words of the page that the model does not have."""

from __future__ import annotations

from gclink._text import Text

TITLE = Text("Green Carbon Link report", "绿碳链接报告")
CONFORMS = Text("Conforms", "符合标准")
VIOLATES = Text("Does not conform", "不符合标准")
AS_OF = Text("as of", "核对时点")
DOCUMENTS = Text("Documents", "文档")
FINDINGS = Text("Findings", "问题")
NO_FINDINGS = Text("No finding.", "没有问题。")
EXPECTED = Text("expected", "应为")
FOUND = Text("found", "实际")
MEND = Text("mend", "改法")
IDENTIFIER = Text("Identifier", "标识")
DIGEST = Text("Digest", "摘要")
CLASS = Text("Class", "类")
NAME = Text("Name", "名称")
OUTSIDE = Text("not in this report", "不在本报告中")
YES = Text("yes", "是")
NO = Text("no", "否")
TO = Text("to", "至")
STAGES = Text("Footprint by stage", "各阶段足迹")
COMPONENTS = Text("Footprint by component", "各组成足迹")
PER_UNIT = Text("kg CO2e per declared unit", "kg CO2e／声明单位")
NOT_READ = Text("This document is not of the right form; its members are not shown.", "该文档形式不合，不显示其成员。")
MADE = Text(
    "Made by gclink from the documents named here; it replaces none of them.",
    "由 gclink 根据所列文档生成，不替代任何文档。",
)
