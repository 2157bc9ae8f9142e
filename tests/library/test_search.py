"""Everyday questions are answered with provisions: by the rules alone, by imported texts, on a day, at a place."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import propertylaw
from propertylaw.errors import QuestionError
from propertylaw.library import KnowledgeBase, Library, Search
from propertylaw.library.intake import take_in
from propertylaw.library.search import ask
from propertylaw.library.search_build import FILE
from propertylaw.model import Locator
from propertylaw.report.answers_page import answers_text

DAY = date(2025, 7, 1)
SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"


def search(library: Library, on: date = DAY, place: str = "") -> Search:
    return Search(KnowledgeBase(on, place, library=library))


def found(search: Search, question: str, k: int = 10) -> list[str]:
    return [str(answer.locator) for answer in search.ask(question, k)]


@pytest.fixture(scope="module")
def rules_alone(tmp_path_factory: pytest.TempPathFactory) -> Search:
    return search(Library(tmp_path_factory.mktemp("nobody") / "library.db"))


@pytest.fixture
def one_text(tmp_path: Path) -> Library:
    """A library with one text, of a city that does not exist."""
    file = tmp_path / "云溪市物业管理条例.md"
    articles = (
        "第一条 业主应当遵守本条例。\n\n第二条 在楼道里停放电动自行车的，由街道办事处责令改正。\n\n"
        "第三条 本条例自2020年6月1日起施行。\n"
    )
    head = "# 临江省云溪市物业管理条例\n\n2020年1月5日 云溪市人民代表大会常务委员会通过\n\n"
    file.write_text(head + articles, encoding="utf-8")
    library = Library(tmp_path / "home" / "library.db")
    assert [taken.outcome for taken in take_in([file], library)] == ["added"]
    return library


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("物业不让我进门，说不交钱就别想刷卡", "民法典/944"),
        ("楼上老漏水，他就是不修", "民法典/296"),
        ("业委会要换物业要多少人同意", "民法典/278"),
        ("开发商的车位光卖不租", "民法典/276"),
        ("老物业赖着不走也不给资料", "民法典/949"),
        ("小区里的广告钱该归谁", "民法典/282"),
        ("我不想录人脸，可是只能刷脸进门", "人脸识别规定/10"),
    ],
)
def test_an_empty_library_answers_from_the_rules(rules_alone: Search, question: str, answer: str) -> None:
    assert answer in found(rules_alone, question, 5)


def test_an_answer_says_why_what_it_means_and_which_version_applies(rules_alone: Search) -> None:
    answers = {str(answer.locator): answer for answer in rules_alone.ask("欠物业费就给我掐电，合法吗")}
    cutoff = answers["民法典/944"]
    assert Locator.parse("民法典/944/3") in cutoff.places
    assert "催物业费" in cutoff.why and "“掐电”即“停电”" in cutoff.why
    assert cutoff.means == "物业服务人不得以停供水电热气等方式催费。"
    assert cutoff.version == date(2020, 5, 28)
    assert (cutoff.standing, cutoff.at_hand) == ("in_force", False)


def test_the_same_question_has_the_same_answers(rules_alone: Search) -> None:
    question = "电梯坏了半年没人修，物业让大家凑钱"
    again = search(rules_alone._law.library)
    assert rules_alone.ask(question) == rules_alone.ask(question) == again.ask(question)


def test_results_come_in_order_and_no_more_than_asked_for(rules_alone: Search) -> None:
    for k in (1, 3, 10):
        scores = [answer.score for answer in rules_alone.ask("狗咬了人谁赔", k)]
        assert len(scores) == k
        assert scores == sorted(scores, reverse=True)


def test_no_article_comes_twice(rules_alone: Search) -> None:
    articles = found(rules_alone, "物业把我的车锁了，还把欠费名单贴到群里", 50)
    assert len(articles) == len(set(articles))


@pytest.mark.parametrize("question", ["", "  ", "？！……", "吗呢吧"])
def test_a_question_that_says_nothing_is_refused(rules_alone: Search, question: str) -> None:
    with pytest.raises(QuestionError, match="ASK001"):
        rules_alone.ask(question)


def test_a_number_of_results_below_one_is_refused(rules_alone: Search) -> None:
    with pytest.raises(QuestionError, match="正数"):
        rules_alone.ask("漏水", 0)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_answered_or_refused(rules_alone: Search, question: str) -> None:
    try:
        answers = rules_alone.ask(question, 3)
    except QuestionError:
        return
    assert all(answer.why and answer.score > 0 for answer in answers)


def test_words_of_another_matter_find_no_situation(rules_alone: Search) -> None:
    assert not [answer for answer in rules_alone.ask("怎么学英语") if "一类问题" in answer.why]


@pytest.mark.parametrize("question", ["今天天气怎么样", "怎么学英语", "孩子发烧吃什么药", "帮我写一首诗", "房价会跌吗"])
def test_a_question_of_another_matter_has_no_answer(rules_alone: Search, question: str) -> None:
    assert rules_alone.ask(question) == ()


@pytest.mark.parametrize("question", ["漏水", "物业费", "房本没下来", "押金不退", "车被刮了", "不可抗力是什么"])
def test_a_short_question_of_the_field_is_answered(rules_alone: Search, question: str) -> None:
    assert rules_alone.ask(question)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("业主的车被拦在门外", "民法典/944"),
        ("物业公司到期不走怎么办", "民法典/949"),
        ("电梯老是坏能不能不交物业费", "民法典/944"),
    ],
)
def test_of_several_situations_the_nearest_names_the_first_provision(
    rules_alone: Search, question: str, first: str
) -> None:
    assert found(rules_alone, question)[0] == first


def test_local_law_that_says_the_same_as_the_national_law_is_found_without_the_words_of_the_question(
    tmp_path: Path,
) -> None:
    file = tmp_path / "云溪市物业管理条例.md"
    articles = (
        "第一条 电梯应当定期检查，电梯里应当张贴合格标志。\n\n"
        "第二条 业主共有部分产生的收入，减去合理成本后归全体业主。\n\n"
        "第三条 业主委员会由业主大会选举产生，任期五年。\n\n第四条 违反规定停车的，由城市管理部门处理。\n\n"
        "第五条 本条例自2020年6月1日起施行。\n"
    )
    head = "# 临江省云溪市物业管理条例\n\n2020年1月5日 云溪市人民代表大会常务委员会通过\n\n"
    file.write_text(head + articles, encoding="utf-8")
    library = Library(tmp_path / "home" / "library.db")
    assert [taken.outcome for taken in take_in([file], library)] == ["added"]
    local = [
        one for one in search(library, place="临江省云溪市").ask("小区电梯里的广告费归谁") if one.territory != "中国"
    ]
    assert local[0].locator.article == 2
    assert "《民法典》第二百八十二条" in local[0].why
    assert local[0].excerpt == "业主共有部分产生的收入，减去合理成本后归全体业主。"


def test_a_place_whose_texts_say_nothing_of_it_is_told(one_text: Library) -> None:
    here = search(one_text, place="临江省云溪市")
    answers = here.ask("诉讼时效几年")
    assert {answer.territory for answer in answers} == {"中国"}
    shown = answers_text("诉讼时效几年", answers, here.territories)
    assert "临江省云溪市：手头有它的法规文本，但没有找到" in shown
    assert "没有找到相关的条文" in answers_text("今天天气怎么样", (), here.territories)


def test_an_imported_text_is_found_at_its_place_after_the_national_law(one_text: Library) -> None:
    answers = search(one_text, place="临江省云溪市").ask("电瓶车停在楼道里谁管")
    territories = [answer.territory for answer in answers]
    assert territories == sorted(territories, key=["中国", "临江省云溪市"].index)
    local = answers[territories.index("临江省云溪市")]
    assert local.locator.article == 2
    assert local.at_hand and local.why == "条文也说到：电瓶车、楼道"
    assert not any("云溪市" in locator for locator in found(search(one_text), "电瓶车停在楼道里谁管"))


def test_the_index_is_kept_beside_the_library_and_made_anew_when_a_text_comes(one_text: Library) -> None:
    kept = one_text.file.with_name(FILE)
    first = found(search(one_text), "欠物业费")
    made = kept.stat().st_mtime_ns
    assert found(search(one_text), "欠物业费") == first
    assert kept.stat().st_mtime_ns == made
    other = one_text.file.parent / "云山市物业管理条例.md"
    other.write_text("# 临江省云山市物业管理条例\n\n第一条 业主应当交费。\n\n第二条 本条例自2020年6月1日起施行。\n")
    assert [taken.outcome for taken in take_in([other], one_text)] == ["added"]
    search(one_text)
    assert kept.stat().st_mtime_ns != made


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 200])
def test_a_damaged_index_is_made_anew(one_text: Library, content: bytes) -> None:
    first = found(search(one_text), "欠物业费")
    one_text.file.with_name(FILE).write_bytes(content)
    assert found(search(one_text), "欠物业费") == first


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_only_be_read_is_searched_all_the_same(one_text: Library) -> None:
    one_text.file.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert found(search(one_text), "欠物业费")
        assert not one_text.file.with_name(FILE).exists()
    finally:
        one_text.file.parent.chmod(stat.S_IRWXU)


def test_who_has_no_library_gets_none_by_asking(tmp_path: Path) -> None:
    assert found(search(Library(tmp_path / "home" / "library.db")), "欠物业费")
    assert list(tmp_path.iterdir()) == []


def test_law_that_has_ended_is_marked_while_its_successor_is_not_at_hand(rules_alone: Search) -> None:
    question = "邻居装修电钻声太吵"
    before = {str(answer.locator): answer for answer in rules_alone.ask(question)}
    assert before["噪声污染防治法/66"].standing == "in_force"
    after = search(rules_alone._law.library, date(2026, 9, 1))
    ended = {str(answer.locator): answer for answer in after.ask(question)}["噪声污染防治法/66"]
    assert ended.standing == "former"
    assert ended.means == ""
    assert ended.score < before["噪声污染防治法/66"].score


def test_a_renumbered_version_makes_the_old_numbers_former_law(rules_alone: Search) -> None:
    question = "合同里写了可以仲裁也可以起诉，有效吗"
    assert "仲裁法/5" in found(rules_alone, question)
    later = search(rules_alone._law.library, date(2026, 4, 1)).ask(question, 30)
    assert {answer.standing for answer in later if answer.locator.instrument == "仲裁法"} == {"former"}


def test_a_day_before_the_code_is_answered_with_the_law_of_that_day(rules_alone: Search) -> None:
    instruments = {
        at.split("/")[0] for at in found(search(rules_alone._law.library, date(2019, 6, 1)), "高空抛物砸伤人")
    }
    assert "侵权责任法" in instruments
    assert "民法典" not in instruments


def test_the_public_function_takes_the_law_of_a_day() -> None:
    law = KnowledgeBase(DAY, "")
    assert propertylaw.ask("物业跑路了没人管", law, 3) == Search(law).ask("物业跑路了没人管", 3)
    assert len(propertylaw.ask("物业跑路了没人管", k=2)) == 2


@pytest.mark.corpus
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the reference folder")
class TestOverTheReferenceTexts:
    """With the texts themselves."""

    def test_texts_are_at_hand(self, reference_library: Library) -> None:
        answers = search(reference_library).ask("物业用停水的办法催物业费")
        assert all(answer.at_hand for answer in answers)

    def test_only_the_law_of_the_place_is_found_and_the_nation_comes_first(self, reference_library: Library) -> None:
        answers = search(reference_library, place="青岛").ask("业委会到期不换届怎么办", 5)
        territories = [answer.territory for answer in answers]
        assert territories == sorted(territories, key=["中国", "山东省", "山东省青岛市"].index)
        assert set(territories) == {"中国", "山东省", "山东省青岛市"}
        assert "青岛市物业管理条例" in {answer.locator.instrument for answer in answers}

    @pytest.mark.parametrize(
        ("question", "province", "city"),
        [
            ("小区电梯里的广告费归谁", 49, 78),
            ("电梯老是坏能不能不交物业费", 64, 63),
            ("物业公司到期不走怎么办", 58, 66),
            ("物业不让我的车进小区门", 64, None),
        ],
    )
    def test_the_local_article_on_point_comes_first(
        self, reference_library: Library, question: str, province: int, city: int | None
    ) -> None:
        answers = search(reference_library, date(2026, 7, 1), "青岛").ask(question)
        first = {answer.territory: answer.locator.article for answer in reversed(answers)}
        assert first["山东省"] == province
        assert city is None or first["山东省青岛市"] == city
        assert all(answer.means or answer.excerpt for answer in answers if answer.territory != "中国")

    def test_of_two_versions_the_one_in_force_answers(self, reference_library: Library) -> None:
        for day, version in ((date(2019, 6, 1), date(2018, 11, 22)), (date(2022, 6, 1), date(2020, 12, 30))):
            answers = search(reference_library, day, "上海").ask("业委会不公布维修资金账目", 5)
            local = [answer for answer in answers if answer.territory == "上海市"]
            assert local and {answer.version for answer in local} == {version}

    def test_every_citation_of_the_lexicon_stands_in_the_texts(self, reference_library: Library) -> None:
        from propertylaw.rulebook.everyday import everyday

        law = KnowledgeBase(DAY, "", library=reference_library)
        cited = {at for situation in everyday().situations for at in situation.answers}
        assert {str(at) for at in cited if law.text_at(at).state != "at_hand"} == set()


def test_a_duty_to_pay_is_told_with_who_is_liable_beside() -> None:
    (best, *_) = ask("租房子的人欠了物业费要房东交吗", KnowledgeBase(date(2025, 7, 1), ""))
    assert str(best.locator) == "物业管理条例/41"
    assert "连带" in best.means


def test_a_lift_that_is_not_repaired_is_no_lift_that_holds_people() -> None:
    answers = ask("电梯坏了一直不修", KnowledgeBase(date(2025, 7, 1), ""))
    assert str(answers[0].locator) == "民法典/942"
    assert all("“电梯坏”即“困人”" not in one.why for one in answers)


def test_who_asks_where_to_complain_is_told_of_the_report() -> None:
    (best, *_) = ask("油烟大怎么投诉", KnowledgeBase(date(2025, 7, 1), ""))
    assert "报告或投诉" in best.means


def test_the_version_is_known_by_the_day_on_which_it_came_into_force() -> None:
    (best, *_) = ask("油烟大怎么投诉", KnowledgeBase(date(2025, 7, 1), ""))
    assert (best.version, best.since) == (date(2020, 5, 28), date(2021, 1, 1))
