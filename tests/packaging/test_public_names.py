"""The names of the package are what they are documented to be, whatever was imported before."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "before",
    ["", "import gclink.check, gclink.convert", "from gclink.check import Options", "from gclink import Options"],
)
def test_check_and_convert_are_functions(before: str) -> None:
    code = f"{before}\nfrom gclink import check, convert\nassert callable(check) and callable(convert)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_modules_of_the_same_name_can_still_be_imported() -> None:
    first = "import gclink.check\nfrom gclink.check import Options\n"
    code = f"{first}from gclink import Options as same\nassert Options is same"
    subprocess.run([sys.executable, "-c", code], check=True)
