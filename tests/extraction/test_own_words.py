"""Topics and quantities belong to the norm that says them, not to its whole sentence."""

from __future__ import annotations

import re

from norms_of import contract

from propertylaw.extraction.topics import near, topics_of, topics_of_runs
from propertylaw.extraction.wordlists import one_of
from propertylaw.rulebook import topics


def test_two_norms_of_one_sentence_have_their_own_quantities_and_topics() -> None:
    first, second = contract("乙方应当在三日内修复电梯；业主应当在五日内交纳物业费。")
    assert [quantity.value for quantity in first.quantities] == [3]
    assert [quantity.value for quantity in second.quantities] == [5]
    assert "fees" in second.topics
    assert "fees" not in first.topics


def test_topics_are_what_their_patterns_say() -> None:
    sentences = [
        "公共收益归业主共有",
        "空置房的物业费减收百分之三十",
        "未经同意停止供水催交欠费",
        "以欠费为由拒绝移交资料",
    ]
    for words in sentences:
        plain = tuple(
            topic.id
            for topic in topics().values()
            if all(re.search(pattern, words) for pattern in topic.patterns)
            and not any(re.search(pattern, words) for pattern in topic.unless)
        )
        assert topics_of(words) == plain
        assert plain


def test_of_words_with_the_same_beginning_the_longest_wins() -> None:
    pattern = re.compile(one_of(["业主", "业主大会", "业主委员会", "人"]))
    assert [match[0] for match in pattern.finditer("业主大会和业主、业主委员会委员")] == [
        "业主大会",
        "业主",
        "业主委员会",
    ]


def test_topics_of_runs_are_those_of_their_words_together() -> None:
    text = "业主应当按时交纳物业费，乙方应当在三日内修复电梯。"
    stop = text.index("，")
    assert topics_of_runs(text, [(0, stop)], near(text)) == topics_of(text[:stop])
    assert topics_of_runs(text, [(0, 4), (stop, len(text))], near(text)) == topics_of(f"{text[:4]}\n{text[stop:]}")


def test_a_word_that_a_run_cuts_off_tells_no_topic() -> None:
    text = "业主应当按时交纳物业费"
    assert "fees" in topics_of_runs(text, [(0, len(text))], near(text))
    assert topics_of_runs(text, [(0, len(text) - 1)], near(text)) == topics_of(text[:-1])
