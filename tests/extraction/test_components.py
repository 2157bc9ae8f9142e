"""The components in a pipeline of one's own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "业主应当按时交费。物业主管部门可以公布欠费情况。"


@pytest.fixture(scope="module")
def nlp():  # type: ignore[no-untyped-def]
    import spacy

    nlp = spacy.blank("zh")
    nlp.add_pipe("propertylaw_parties")
    nlp.add_pipe("propertylaw_norms")
    return nlp


def test_the_components_work_in_a_foreign_pipeline(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp(TEXT)
    assert [(norm.bearer, norm.action) for norm in doc._.norms] == [
        (("owner",), "按时交费"),
        (("housing_authority",), "公布欠费情况"),
    ]
    assert [span._.parties for span in doc.spans["propertylaw_parties"]] == [("owner",), ("housing_authority",)]
    assert [(span.label_, span.text) for span in doc.spans["propertylaw_norms"]] == [
        ("duty", "按时交费"),
        ("power", "公布欠费情况"),
    ]


def test_the_norms_component_works_alone() -> None:
    import spacy

    nlp = spacy.blank("zh")
    nlp.add_pipe("propertylaw_norms")
    assert len(nlp(TEXT)._.norms) == 2


def test_further_names_can_be_configured() -> None:
    import spacy

    nlp = spacy.blank("zh")
    nlp.add_pipe("propertylaw_parties", config={"names": {"管家": "provider_staff"}})
    nlp.add_pipe("propertylaw_norms")
    assert nlp("管家应当佩戴标识。")._.norms[0].bearer == ("provider_staff",)


def test_a_pipeline_survives_a_round_trip(nlp, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    import spacy

    again = spacy.blank("zh")
    for name in nlp.pipe_names:
        again.add_pipe(name)
    again.from_bytes(nlp.to_bytes())
    nlp.to_disk(tmp_path / "pipeline")
    from_disk = spacy.load(tmp_path / "pipeline")
    expected = nlp(TEXT)._.norms
    assert again(TEXT)._.norms == expected
    assert from_disk(TEXT)._.norms == expected
    assert from_disk.config["components"] == nlp.config["components"]


def test_a_doc_with_norms_survives_a_round_trip(nlp) -> None:  # type: ignore[no-untyped-def]
    from spacy.tokens import Doc

    doc = nlp(TEXT)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.norms == doc._.norms


def test_importing_extraction_loads_no_spacy() -> None:
    code = "import json, sys, propertylaw.extraction; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "rapidfuzz"} & set(json.loads(done.stdout))


def test_the_components_and_extract_give_the_same_norms(nlp) -> None:  # type: ignore[no-untyped-def]
    from norms_of import statute

    with_spacy, without = nlp(TEXT)._.norms, statute(TEXT)
    assert [(n.modality, n.bearer, n.action, n.topics) for n in with_spacy] == [
        (n.modality, n.bearer, n.action, n.topics) for n in without
    ]
