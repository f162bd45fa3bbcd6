"""A signed document is believed as it was signed, and refused for the reason that it was changed, old or foreign."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest
import rfc8785
from click.testing import CliRunner
from gclink.cli.sign import command as sign_command
from gclink.cli.verify import command as verify_command
from gclink.credential import PrivateKey, Problem, Verified, add_proof, new_key, verify, wrap
from gclink.credential._keys import decode, write_key
from gclink.credential._proof import check_proof

Tree = dict[str, Any]
ROOT = Path(__file__).parents[2]
PASSPORT = ROOT / "examples" / "litchi" / "json" / "passport-fruit.json"
AT = "2026-10-01T00:00:00Z"
KEY = PrivateKey(bytes(range(32)))
OTHER = PrivateKey(bytes(range(1, 33)))

# Test vector of eddsa-jcs-2022, W3C "Data Integrity EdDSA Cryptosuites v1.0" (W3C Software and Document License).
VECTOR_SECRET = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
VECTOR_DID = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
VECTOR_HASHES = (
    "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db"
    "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19"
)
VECTOR_VALUE = "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"
VECTOR: Tree = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"],
    "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": "https://vc.example/issuers/5678",
    "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
}


def _signed(**changes: Any) -> Tree:
    tree = orjson.loads(PASSPORT.read_bytes())
    return add_proof({**wrap(tree, KEY.did, AT), **changes}, KEY, AT)


def _reasons(found: Verified) -> list[tuple[Problem, str]]:
    return [(reason.problem, reason.pointer) for reason in found.refused]


def test_the_vector_of_the_cryptosuite_is_signed_byte_for_byte() -> None:
    key = PrivateKey(decode(VECTOR_SECRET)[2:])
    assert key.did == VECTOR_DID
    signed = add_proof(VECTOR, key, "2023-02-24T23:36:38Z")
    proof = {name: value for name, value in signed["proof"].items() if name != "proofValue"}
    assert sha256(rfc8785.dumps(proof)).hexdigest() + sha256(rfc8785.dumps(VECTOR)).hexdigest() == VECTOR_HASHES
    assert signed["proof"]["proofValue"] == VECTOR_VALUE
    assert check_proof(signed, signed["proof"]) == VECTOR_DID


def test_the_key_of_the_vector_speaks_for_its_issuer_only_when_it_is_trusted() -> None:
    signed = add_proof(VECTOR, PrivateKey(decode(VECTOR_SECRET)[2:]), "2023-02-24T23:36:38Z")
    assert verify(signed, AT, [VECTOR_DID]).refused == ()
    assert _reasons(verify(signed, AT)) == [(Problem.WRONG_KEY, "/proof/verificationMethod")]


def test_a_signed_passport_is_believed_and_gives_its_document_back() -> None:
    found = verify(_signed(), AT)
    assert found == Verified((), (KEY.did,), orjson.loads(PASSPORT.read_bytes()))


def test_signing_the_same_document_again_gives_the_same_credential() -> None:
    assert _signed() == _signed()


def _set(*path: Any, value: Any) -> Callable[[Tree], None]:
    def change(credential: Tree) -> None:
        for name in path[:-1]:
            credential = credential[name]
        credential[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        (
            _set("credentialSubject", "document", "grossEmissions", value="0.1"),
            [(Problem.TAMPERED, "/proof/proofValue"), (Problem.DIGEST_MISMATCH, "/credentialSubject/digest")],
        ),
        (_set("validFrom", value="2026-09-30T00:00:00Z"), [(Problem.TAMPERED, "/proof/proofValue")]),
        (_set("proof", "created", value="2026-09-30T00:00:00Z"), [(Problem.TAMPERED, "/proof/proofValue")]),
        (_set("proof", "proofValue", value="z" + "2" * 87), [(Problem.TAMPERED, "/proof/proofValue")]),
        (_set("proof", "proofValue", value="u9999"), [(Problem.PROOF_MALFORMED, "/proof/proofValue")]),
        (_set("proof", "proofValue", value="z0OIl"), [(Problem.PROOF_MALFORMED, "/proof/proofValue")]),
        (_set("proof", "cryptosuite", value="eddsa-rdfc-2022"), [(Problem.OTHER_CRYPTOSUITE, "/proof/cryptosuite")]),
        (_set("proof", "proofPurpose", value="authentication"), [(Problem.PROOF_MALFORMED, "/proof/proofPurpose")]),
        (_set("proof", "type", value="JsonWebSignature2020"), [(Problem.PROOF_MALFORMED, "/proof")]),
        (
            _set("proof", "@context", value=["https://example.org/other"]),
            [(Problem.CONTEXT_MISMATCH, "/proof/@context")],
        ),
        (
            _set("proof", "verificationMethod", value="did:web:example.org#1"),
            [(Problem.KEY_MALFORMED, "/proof/verificationMethod")],
        ),
        (
            _set("proof", "verificationMethod", value="did:key:z6Mk"),
            [(Problem.KEY_MALFORMED, "/proof/verificationMethod")],
        ),
        (_set("proof", "verificationMethod", value=OTHER.method), [(Problem.TAMPERED, "/proof/proofValue")]),
        (_set("proof", value=[]), [(Problem.NO_PROOF, "/proof")]),
        (
            _set("@context", 0, value="https://www.w3.org/2018/credentials/v1"),
            [(Problem.NOT_A_CREDENTIAL, "/@context")],
        ),
        (_set("type", value=["EnvelopedVerifiableCredential"]), [(Problem.OTHER_CRYPTOSUITE, "/type")]),
        (_set("type", value=["GreenCarbonLinkCredential"]), [(Problem.NOT_A_CREDENTIAL, "/type")]),
    ],
)
def test_what_was_changed_after_signing_is_refused_with_the_reason(
    change: Callable[[Tree], None], reasons: list[tuple[Problem, str]]
) -> None:
    credential = copy.deepcopy(_signed())
    change(credential)
    assert _reasons(verify(credential, AT)) == reasons


def test_a_credential_holds_between_its_two_instants() -> None:
    credential = _signed(validUntil="2026-12-31T00:00:00Z")
    assert verify(credential, "2026-12-31T00:00:00Z").refused == ()
    assert _reasons(verify(credential, "2026-12-31T00:00:01Z")) == [(Problem.EXPIRED, "/validUntil")]
    assert _reasons(verify(credential, "2026-09-30T23:59:59Z")) == [
        (Problem.NOT_YET_VALID, "/proof/created"),
        (Problem.NOT_YET_VALID, "/validFrom"),
    ]


def test_a_signature_by_another_key_than_the_issuers_is_refused() -> None:
    credential = add_proof(wrap(orjson.loads(PASSPORT.read_bytes()), KEY.did, AT), OTHER, AT)
    assert _reasons(verify(credential, AT)) == [(Problem.WRONG_KEY, "/proof/verificationMethod")]
    assert verify(credential, AT, [OTHER.did]).refused == ()


def test_trusting_one_key_refuses_the_others() -> None:
    assert _reasons(verify(_signed(), AT, [OTHER.did])) == [(Problem.WRONG_KEY, "/proof/verificationMethod")]


def test_a_subject_that_is_not_the_document_is_refused_though_the_signature_fits() -> None:
    credential = wrap(orjson.loads(PASSPORT.read_bytes()), KEY.did, AT)
    credential["credentialSubject"]["id"] = "https://example.org/other"
    assert _reasons(verify(add_proof(credential, KEY, AT), AT)) == [(Problem.WRONG_SUBJECT, "/credentialSubject/id")]


def test_every_one_of_several_proofs_has_to_hold() -> None:
    credential = _signed()
    broken = {**credential["proof"], "proofValue": "z" + "2" * 87}
    credential["proof"] = [credential["proof"], broken]
    assert _reasons(verify(credential, AT)) == [(Problem.TAMPERED, "/proof/1/proofValue")]


def test_a_product_passport_in_the_form_of_untp_is_signed_and_verified() -> None:
    passport: Tree = {
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://test.uncefact.org/vocabulary/untp/dpp/0.6.1/"],
        "type": ["DigitalProductPassport", "VerifiableCredential"],
        "id": "https://example.org/credentials/1",
        "issuer": {"type": ["CredentialIssuer"], "id": KEY.did, "name": "An orchard"},
        "validFrom": "2026-09-01T00:00:00+08:00",
        "credentialSubject": {"type": ["ProductPassport"], "emissionsScorecard": {"carbonFootprint": 1.8}},
    }
    signed = add_proof(passport, KEY, AT)
    assert verify(signed, AT) == Verified((), (KEY.did,), None)
    signed["credentialSubject"]["emissionsScorecard"]["carbonFootprint"] = 1.7
    assert _reasons(verify(signed, AT)) == [(Problem.TAMPERED, "/proof/proofValue")]


def test_a_new_key_is_its_own_and_its_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    one, two = new_key(), new_key()
    assert one.did != two.did
    write_key(one, tmp_path / "key.json")
    assert (tmp_path / "key.json").stat().st_mode & 0o077 == 0
    with pytest.raises(FileExistsError):
        write_key(two, tmp_path / "key.json")
    assert str(one.secret) not in repr(one)


def test_the_commands_sign_and_verify_a_document(tmp_path: Path) -> None:
    run = CliRunner()
    key, signed, back = tmp_path / "key.json", tmp_path / "signed.json", tmp_path / "back.json"
    made = run.invoke(
        sign_command, [str(PASSPORT), "--new-key", str(key), "--as-of", AT, "-o", str(signed)], standalone_mode=False
    )
    assert made.return_value == 0, made.output
    good = run.invoke(verify_command, [str(signed), "--as-of", AT, "-o", str(back)], standalone_mode=False)
    assert good.return_value == 0, good.output
    assert "believed" in good.output
    assert json.loads(back.read_bytes()) == json.loads(PASSPORT.read_bytes())
    credential = json.loads(signed.read_bytes())
    credential["credentialSubject"]["document"]["totalExclUptake"] = "0.1"
    signed.write_text(json.dumps(credential))
    bad = run.invoke(verify_command, [str(signed), "--as-of", AT, "--format", "json"], standalone_mode=False)
    assert bad.return_value == 1
    told = json.loads(bad.output)
    assert told["verdict"] == "refused"
    assert [reason["code"] for reason in told["refused"]] == ["tampered", "digest_mismatch"]
    assert "GCL-PAS-007" in {finding["requirement"] for finding in told["findings"]}


def test_a_document_that_does_not_conform_is_not_signed(tmp_path: Path) -> None:
    key = tmp_path / "key.json"
    write_key(KEY, key)
    broken = ROOT / "examples" / "broken" / "total-does-not-add-up.json"
    result = CliRunner().invoke(sign_command, [str(broken), "--key", str(key), "--as-of", AT], standalone_mode=False)
    assert result.return_value == 1
    assert "GCL-PAS-007" in result.output


def test_a_credential_with_a_member_given_twice_is_unreadable(tmp_path: Path) -> None:
    from gclink.errors import UnreadableInput

    twice = tmp_path / "twice.json"
    twice.write_text('{"type": ["VerifiableCredential"], "type": []}')
    result = CliRunner().invoke(verify_command, [str(twice)], standalone_mode=False)
    assert isinstance(result.exception, UnreadableInput)
    assert "given twice" in result.exception.message.en
