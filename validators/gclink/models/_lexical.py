# Generated from spec/ by `gclink spec build`; do not edit.
"""Lexical forms as anchored patterns; in Rust ``$`` is the end of the text and nothing else."""

DECIMAL = "^(0|-?([1-9][0-9]{0,14}([.][0-9]{0,8}[1-9])?|0[.][0-9]{0,8}[1-9]))$"
DATE = "^((19|2[0-9])[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|((19|2[0-9])(0[48]|[2468][048]|[13579][26])|2000|2400|2800)-02-29)$"
DATE_TIME = "^(((19|2[0-9])[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|((19|2[0-9])(0[48]|[2468][048]|[13579][26])|2000|2400|2800)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z)$"
IRI = "^([A-Za-z][A-Za-z0-9+.-]*:[^\\u0000-\\u0020<>\"{}|\\\\\\^`\\u007F-\\u009F]+)$"
DIGEST = "^(sha-256:[0-9a-f]{64})$"
UCUM = "^([!-~]+)$"
LANGUAGE = "^([a-z]{2,3}(-[a-z0-9]{2,8})*)$"
TEXT = r"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]*$"

#: Python names from which the camel-case rule would not find the JSON name.
IRREGULAR_NAMES = {
    "biogenic_non_co2": "biogenicNonCO2",
    "durable_co2": "durableCO2",
    "land_management_biogenic_co2": "landManagementBiogenicCO2",
    "stored_co2": "storedCO2",
}
