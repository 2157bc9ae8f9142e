"""Norms in LegalRuleML 1.0 (OASIS), and back: for other programs that reason with rules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from lxml import etree
from lxml.builder import ElementMaker

from propertylaw.errors import WrongFormatError
from propertylaw.model import Modality, Norm

from .names import urn

LRML = "http://docs.oasis-open.org/legalruleml/ns/v1.0/"
RULEML = "http://ruleml.org/spec"

_OPERATORS: Mapping[Modality, str] = {
    Modality.DUTY: "Obligation",
    Modality.LIABILITY: "Obligation",
    Modality.PROHIBITION: "Prohibition",
    Modality.RIGHT: "Right",
    Modality.POWER: "Permission",
    Modality.SANCTION: "Obligation",
}
_STATEMENTS: Mapping[Modality, str] = {
    Modality.CONSTITUTIVE: "ConstitutiveStatement",
    Modality.SANCTION: "PenaltyStatement",
}
_WORDS = ("condition", "exception", "threshold", "deadline", "deadline_text", "bearer_text", "clause")
_NAMES = {"lrml": LRML, "ruleml": RULEML}
_MODALITY = "urn:propertylaw:modality:"
_PARTY = "urn:propertylaw:party:"

_lrml = ElementMaker(namespace=LRML, nsmap=_NAMES)
_ruleml = ElementMaker(namespace=RULEML, nsmap=_NAMES)


def legal_ruleml(norms: Iterable[Norm]) -> str:
    """The norms as a LegalRuleML document.

    A norm is a prescriptive, constitutive or penalty statement with one rule: its condition, exception and limits are
    the premise, a deontic operator with bearer and auxiliary party and the act are the conclusion; an association leads
    to the provision. Spans, quantities and topics stay out: they belong to the text, not to the rule.
    """
    norms = tuple(norms)
    root = _lrml(
        "LegalRuleML",
        _lrml(
            "LegalSources",
            *(
                _lrml("LegalSource", key=f"source-{n}", sameAs=urn("provision", str(norm.locator)))
                for n, norm in _counted(norms)
            ),
        ),
        _lrml("Associations", *(_association(n) for n, _ in _counted(norms))),
        _lrml("Statements", *(_statement(norm, n) for n, norm in _counted(norms)), key="norms"),
    )
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written.decode("utf-8")


def read_legal_ruleml(text: str) -> tuple[Norm, ...]:
    """The norms of a document that `legal_ruleml` wrote.

    Raises:
        WrongFormatError: the text is no LegalRuleML of this library.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(text.encode(), parser)
        sources = {one.get("key"): one.get("sameAs") for one in root.iter(f"{{{LRML}}}LegalSource")}
        statements = root.find("lrml:Statements", _NAMES)
        return tuple(_norm(one, sources) for one in statements)
    except (etree.XMLSyntaxError, AttributeError, KeyError, TypeError, ValueError):
        raise WrongFormatError("不是本程序写出的 LegalRuleML", advice="请用 graph -f lrml 重新生成") from None


def _counted(norms: tuple[Norm, ...]) -> Iterator[tuple[int, Norm]]:
    return enumerate(norms, 1)


def _association(number: int) -> Any:
    return _lrml(
        "Association",
        _lrml("appliesSource", keyref=f"#source-{number}"),
        _lrml("toTarget", keyref=f"#norm-{number}"),
    )


def _statement(norm: Norm, number: int) -> Any:
    rule = _ruleml("Rule", key=f"rule-{number}", closure="universal")
    premise = [_atom(name, value) for name in _WORDS if (value := getattr(norm, name))]
    if premise:
        rule.append(_ruleml("if", _ruleml("And", *premise)))
    rule.append(_ruleml("then", _conclusion(norm)))
    name = _STATEMENTS.get(norm.modality, "PrescriptiveStatement")
    return _lrml(name, _lrml("Paraphrase", norm.id), rule, key=f"norm-{number}")


def _conclusion(norm: Norm) -> Any:
    parts = [_party("Bearer", id) for id in norm.bearer]
    parts += [_party("AuxiliaryParty", id) for id in norm.counterparty]
    parts += [_party("Authority", id) for id in norm.authority]
    parts.append(_atom("action", norm.action))
    if norm.amount:
        parts.append(_atom("amount", norm.amount.model_dump_json(exclude_none=True)))
    parts += [_atom("cites", citation.model_dump_json(exclude_defaults=True)) for citation in norm.cites]
    parts.append(_atom("force", norm.force.value))
    operator = _OPERATORS.get(norm.modality)
    whole = _lrml(operator, *parts) if operator else _ruleml("And", *parts)
    whole.set("iri", _MODALITY + norm.modality.value)
    return whole


def _party(role: str, id: str) -> Any:
    return _ruleml("slot", _lrml(role), _ruleml("Ind", id, iri=_PARTY + id))


def _atom(name: str, value: str) -> Any:
    return _ruleml("Atom", _ruleml("Rel", name), _ruleml("Data", value))


def _norm(statement: Any, sources: Mapping[str, str]) -> Norm:
    number = statement.get("key").removeprefix("norm-")
    conclusion = statement.find("ruleml:Rule/ruleml:then", _NAMES)[0]
    said = {name: values[-1] for name, values in _atoms(statement).items() if name in _WORDS}
    atoms = _atoms(conclusion)
    amount = atoms.get("amount")
    return Norm.model_validate(
        said
        | {
            "id": statement.findtext("lrml:Paraphrase", namespaces=_NAMES),
            "modality": conclusion.get("iri").removeprefix(_MODALITY),
            "bearer": _parties(conclusion, "Bearer"),
            "counterparty": _parties(conclusion, "AuxiliaryParty"),
            "authority": _parties(conclusion, "Authority"),
            "action": atoms["action"][0],
            "amount": json.loads(amount[0]) if amount else None,
            "cites": [json.loads(citation) for citation in atoms.get("cites", [])],
            "force": atoms["force"][0],
            "locator": unquote(sources[f"source-{number}"].removeprefix("urn:propertylaw:provision:")),
        }
    )


def _atoms(element: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for atom in element.iter(f"{{{RULEML}}}Atom"):
        name, value = (atom.findtext(f"ruleml:{part}", namespaces=_NAMES) or "" for part in ("Rel", "Data"))
        found.setdefault(name, []).append(value)
    return found


def _parties(conclusion: Any, role: str) -> tuple[str, ...]:
    slots = conclusion.iterfind("ruleml:slot", _NAMES)
    return tuple(slot[1].text for slot in slots if etree.QName(slot[0]).localname == role)
