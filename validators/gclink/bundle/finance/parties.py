"""Who the parties of a financing are: identified lenders, one key per seller, and a platform that moves no money."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._deals import programme_of, under_profile
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, find, once, same

#: The order in which a party's identifiers enter the uniqueness key.
_KEY_SCHEMES = ("uscc", "national_other", "lei", "gln", "did")
#: Whose identifier a member holds.
_KEY_HOLDERS = (("seller", "sellerIdentifier"), ("warehouse", "keyIdentifier"), ("undertakingIssuer", "keyIdentifier"))


def _schemes(party: Entry) -> set[str]:
    return {identifier["scheme"] for identifier in party.tree.get("identifiers", ())}


def _legal_entity(bundle: Bundle, identifier: str | None) -> Entry | None:
    party = find(bundle, identifier, "Party")
    return party if party is not None and party.tree["partyKind"] != "natural_person" else None


@procedure("GCL-FIN-001")
def financier_identified(bundle: Bundle) -> Iterator[Hit]:
    """A legal entity that lends has an LEI or a BIC."""
    for entry in once(bundle.of("FinancingTransaction", "Facility")):
        for path, identifier in _lenders(entry.tree):
            party = _legal_entity(bundle, identifier)
            if party is not None and not _schemes(party) & {"lei", "bic"}:
                has = ", ".join(sorted(_schemes(party)))
                wanted = Text(f"an lei or a bic of {identifier}", f"{identifier} 的 lei 或 bic")
                yield Hit(entry, path, wanted, Text(f"only {has}", f"仅有 {has}"))


def _lenders(tree: Tree) -> Iterator[tuple[Path, str]]:
    if tree["type"] == "Facility":
        for index, share in enumerate(tree["lenders"]):
            yield ("lenders", index, "lender"), share["lender"]
    elif tree["technique"] != "dynamic_discounting":
        yield ("financier",), tree["financier"]


@procedure("GCL-FIN-017")
def key_identifier_order(bundle: Bundle) -> Iterator[Hit]:
    """The identifier in a key is the party's own, of the first scheme in the fixed order."""
    for asset in once(bundle.of("Asset")):
        tree = asset.tree
        for holder, member in _KEY_HOLDERS:
            party = find(bundle, tree.get(holder), "Party")
            if party is None:
                continue
            owned = party.tree.get("identifiers", ())
            first = next((scheme for scheme in _KEY_SCHEMES if scheme in _schemes(party)), None)
            admitted = [f"{i['scheme']}:{i['identifierValue']}" for i in owned if i["scheme"] == first]
            stated = f"{tree[member]['scheme']}:{tree[member]['identifierValue']}"
            if stated not in admitted:
                wanted = same(" / ".join(admitted)) if admitted else Text("a scheme of the order", "次序内的标识")
                yield Hit(asset, (member,), wanted, same(stated))


@procedure("GCL-FIN-045")
def platform_outside_payments(bundle: Bundle) -> Iterator[Hit]:
    """Under profile cn no payment goes through the platform."""
    for entry in once(bundle.of("FinancingTransaction", "Settlement")):
        tree = entry.tree
        paid = (
            entry if entry.type == "FinancingTransaction" else find(bundle, tree["transaction"], "FinancingTransaction")
        )
        programme = programme_of(bundle, paid.tree) if paid is not None else None
        if programme is None or "cn" not in programme.get("profiles", ()) or "platform" not in programme:
            continue
        for member in ("beneficiary", "payer", "payee"):
            if tree.get(member) == programme["platform"]:
                wanted = Text("somebody else than the platform", "平台以外的主体")
                yield Hit(entry, (member,), wanted, same(programme["platform"]))


@procedure("GCL-FIN-047")
def eu_profile(bundle: Bundle) -> Iterator[Hit]:
    """Under profile eu the debtor has an LEI and the invoice can be read by a machine."""
    for entry in once(bundle.of("FinancingTransaction")):
        tree = entry.tree
        if not under_profile(bundle, tree, "eu"):
            continue
        told: set[str] = set()
        for index, item in enumerate(tree["items"]):
            asset = find(bundle, item["asset"]["target"], "Asset")
            if asset is None:
                continue
            debtor = _legal_entity(bundle, asset.tree.get("obligor", tree.get("obligor")))
            if debtor is not None and "lei" not in _schemes(debtor) and debtor.id not in told:
                told.add(debtor.id)
                place: Path = ("obligor",) if tree.get("obligor") == debtor.id else ("items", index, "asset")
                has = ", ".join(sorted(_schemes(debtor)))
                wanted = Text(f"an lei of {debtor.id}", f"{debtor.id} 的 lei")
                yield Hit(entry, place, wanted, Text(f"only {has}", f"仅有 {has}"))
            source = asset.tree["sourceDocument"]["format"]
            if asset.type == "Receivable" and source not in ("ubl_invoice", "cii_invoice"):
                yield Hit(entry, ("items", index, "asset"), same("ubl_invoice / cii_invoice"), same(source))
