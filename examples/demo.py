"""What ``make demo`` shows: one bundle in three syntaxes, one verdict, and what a broken document looks like.

Runs the commands a reader would type, prints each before its output, and fails if one does not end as it should.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_DAY = "2026-10-01"
_LITCHI = "examples/litchi"
_BROKEN = "examples/broken/total-does-not-add-up.json"


def _say(en: str, zh: str) -> None:
    width = min(shutil.get_terminal_size().columns, 100)
    print(f"\n{'─' * width}\n{en}\n{zh}\n", flush=True)


def _run(*arguments: str, code: int = 0, show: bool = True) -> str:
    print(f"$ gclink {' '.join(arguments)}", flush=True)
    done = subprocess.run([sys.executable, "-m", "gclink", *arguments], cwd=_ROOT, capture_output=True, check=False)
    out = done.stdout.decode()
    if show:
        print(out, end="", flush=True)
    if done.returncode != code:
        print(done.stderr.decode(), file=sys.stderr)
        sys.exit(f"gclink {arguments[0]} ended with {done.returncode}, not {code}")
    return out


def main() -> None:
    """Show it."""
    _say(
        "1. A bank finances a litchi cooperative's invoice: one bundle, three syntaxes, one verdict.",
        "1. 银行为荔枝合作社的发票融资：同一文档集，三种语法，一个结论。",
    )
    for syntax in ("json", "xml", "turtle"):
        _run("validate", f"{_LITCHI}/{syntax}", "--as-of", _DAY)
    _say("2. The same digest from every syntax: what a citation pins down.", "2. 各语法摘要一致：引用所锁定的内容。")
    digests = {
        _run("digest", f"{_LITCHI}/{syntax}/passport-fruit.{ending}")
        for syntax, ending in (("json", "json"), ("xml", "xml"), ("turtle", "ttl"))
    }
    if len(digests) != 1:
        sys.exit("the digests differ")
    _say("3. A passport whose total is not the sum of its parts.", "3. 总量与各部分之和不符的护照。")
    _run("validate", _BROKEN, "--as-of", _DAY, code=1)
    _run("validate", _BROKEN, "--as-of", _DAY, "--lang", "zh", code=1)
    _say("4. The rate of the loan, by hand.", "4. 手算贷款利率。")
    _run("calculate", "all_in_rate", "baseRate=0.03", "marginBp=120", "adjustmentBp=-10")
    _say(
        "5. The conformance suite on this library, as on any implementation, in every syntax (a minute or two).",
        "5. 对本库运行符合性测试，与任何实现相同：各语法下的全部测试（约一两分钟）。",
    )
    adapter = f"{sys.executable} -m gclink_conformance.reference"
    _run("conformance", "run", "--adapter", adapter, "--jobs", "2", "--out", "results")
    _say(
        "Next: README.md; `gclink explain GCL-PAS-007`; results/report.html; examples/broken.",
        "接下来：README.md；`gclink explain GCL-PAS-007`；results/report.html；examples/broken。",
    )


main()
