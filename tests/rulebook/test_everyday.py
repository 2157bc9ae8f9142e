"""The lexicon of everyday speech: whole, without repetition, and citing what the catalogue knows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from propertylaw.errors import RuleError
from propertylaw.rulebook import catalogue, rules
from propertylaw.rulebook.digests import known_fingerprint
from propertylaw.rulebook.everyday import everyday, load_everyday


def test_every_situation_is_told_in_many_ways_and_answered_by_several_provisions() -> None:
    for situation in everyday().situations:
        assert len(situation.asked) >= 5, situation.id
        assert len(situation.answers) >= 3, situation.id
        assert len(set(situation.asked)) == len(situation.asked), situation.id
        assert len(set(situation.answers)) == len(situation.answers), situation.id


def test_a_situation_names_claims_that_the_rules_hold_or_says_why_they_hold_none() -> None:
    for situation in everyday().situations:
        assert set(situation.claims) <= set(rules().claims), situation.id
        assert not (situation.claims and situation.unclaimed), situation.id


def test_titles_and_ids_are_unique() -> None:
    for seen in (Counter(s.id for s in everyday().situations), Counter(s.title for s in everyday().situations)):
        assert [name for name, count in seen.items() if count > 1] == []


def test_every_citation_names_an_article_of_a_text_that_was_compared() -> None:
    for situation in everyday().situations:
        for at in situation.answers:
            known = catalogue().get(at.instrument)
            assert known is not None, at
            numbers = {
                number
                for version in known.versions
                if (compared := known_fingerprint(at.instrument, version.name))
                for number in compared.articles
            }
            assert str(at.article) in numbers, at


def test_words_of_one_meaning_are_at_least_two_and_stand_once_in_their_group() -> None:
    for words in everyday().vocabulary.same:
        assert len(words) >= 2, words
        assert len(set(words)) == len(words), words


def test_a_situation_that_stands_twice_is_refused(tmp_path: Path) -> None:
    entry = "- {id: a, title: 甲, asked: [乙], answers: [民法典/944]}\n"
    (tmp_path / "one.yaml").write_text(entry * 2, encoding="utf-8")
    with pytest.raises(RuleError, match="重复"):
        load_everyday((tmp_path / "one.yaml",))


def test_a_file_that_does_not_fit_names_line_and_key(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("- {id: a, title: 甲, asked: [乙], answer: [民法典/944]}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"第 1 行.*是不是“answers”"):
        load_everyday((tmp_path / "one.yaml",))
