"""What a finding says is no more than what the texts say."""

from __future__ import annotations

from propertylaw.checks import lint
from propertylaw.model import Diagnostic, Source
from propertylaw.structure import outline


def found(code: str, *texts: str) -> Diagnostic:
    sources = [Source(name=text.partition("\n")[0], format="txt", text=text) for text in texts]
    return next(one for one in lint([(source, outline(source)) for source in sources]) if one.code == code)


def test_an_article_cited_without_a_paragraph_is_given_back_without_one() -> None:
    head = "江苏省物业管理条例\n（2022年1月13日江苏省人民代表大会常务委员会通过）\n"
    one = found("CIT003", f"{head}第一条　有《民事诉讼法》第二百零七条第四项情形的，告知当事人。")

    assert "第二百一十一条第四项" in one.message
    assert "款" not in one.message + one.advice


def test_a_paragraph_that_is_cited_stays() -> None:
    head = "江苏省物业管理条例\n（2022年1月13日江苏省人民代表大会常务委员会通过）\n"
    one = found("CIT003", f"{head}第一条　有《民事诉讼法》第二百零七条第一款情形的，告知当事人。")

    assert "第二百一十一条第一款" in one.advice


def test_only_local_texts_are_told_to_look_at_what_localities_may_rule() -> None:
    article = "第一条　业主委员会应当与物业服务人签订物业服务合同。"

    assert "地方" in found("GAP010", f"南京市物业管理条例\n{article}").advice
    assert "地方" not in found("GAP010", f"物业管理条例\n{article}").advice


def test_fines_that_differ_say_what_is_the_same_and_ask_to_compare() -> None:
    act = "物业服务企业未按照规定公示收费标准的，由住房城乡建设主管部门处五千元以上"
    one = found(
        "CNF002",
        f"江苏省物业管理条例\n第一条　{act}一万元以下罚款。",
        f"南京市物业管理条例\n第一条　{act}三万元以下罚款。",
    )

    assert "写法相近" in one.message
    assert "同一行为，罚款" not in one.message
    assert "对照" in one.advice


def test_a_name_that_is_too_narrow_is_told_with_the_places_where_it_stands_before() -> None:
    one = found(
        "CNF006",
        "南京市物业管理条例\n第一条　为了维护业主和物业服务企业的合法权益，制定本条例。\n"
        "第二条　本条例所称物业管理，是指业主选聘物业服务企业，由双方按照合同管理物业。\n"
        "第三条　物业服务企业应当公示收费标准。",
    )

    assert "约束它的规定中的第一处" in one.message
    assert "最先见于第一条第一款，第二条第一款的定义也用它" in one.message
    assert "全文逐处" in one.advice


def test_a_name_that_stands_nowhere_before_is_told_without_places() -> None:
    assert "最先见于" not in found("CNF006", "南京市物业管理条例\n第一条　物业服务企业应当公示收费标准。").message


def test_a_shorter_period_that_begins_after_a_step_of_its_own_is_not_told_as_stricter() -> None:
    province = (
        "江苏省物业管理条例\n第一条　符合首次业主大会会议召开条件的，街道办事处应当在六十日内组建业主大会筹备组。"
    )
    city = "南京市物业管理条例\n第一条　街道办事处应当在收到申请之日起五个工作日内予以核实；符合条件的，应当在"
    after_a_step = found("CNF009", province, f"{city}三十日内组建业主大会筹备组。")
    plain = found("CNF009", province, province.replace("江苏省", "南京市").replace("六十日", "三十日"))

    assert "不能确定" in after_a_step.message
    assert "要求更高" not in after_a_step.message
    assert "要求更高" in plain.message


def test_votes_of_all_owners_are_told_as_stricter_only_where_that_is_sure() -> None:
    head = "南京市物业管理条例\n第一条　业主大会决定"
    owners = "的，应当经占建筑物总面积三分之二以上、占总人数三分之二以上的业主同意。"

    assert "同意的要求这里更严" not in found("CNF001", f"{head}改建、重建房屋{owners}").message
    assert "同意的要求这里更严" in found("CNF001", f"{head}使用专项维修资金{owners}").message


def test_what_falls_under_the_other_matters_of_a_text_is_told_as_such() -> None:
    text = (
        "南京市物业管理条例\n第一条　业主大会决定改建、重建房屋的，应当经占建筑物总面积三分之二以上、占总人数三分之二"
        "以上的业主同意。其他事项，应当经占建筑物总面积过半数、占总人数过半数的业主同意。"
    )
    source = Source(name="南京市物业管理条例", format="txt", text=text)
    told = [one.message for one in lint([(source, outline(source))]) if one.code == "CNF001"]

    assert any("归入其他事项的，包括改变共有部分用途" in message for message in told)


def test_a_fine_outside_the_frame_is_told_with_the_texts_own_leave_to_the_higher_law() -> None:
    act = "物业服务企业未按照规定公示收费标准的，由住房城乡建设主管部门处五千元以上"
    province = f"江苏省物业管理条例\n第一条　{act}一万元以下罚款。"
    city = f"南京市物业管理条例\n第一条　{act}三万元以下罚款。"
    yields = "\n第二条　违反本条例规定的行为，法律、法规已有处罚规定的，从其规定。"

    assert "从其规定" in found("CNF002", province, city + yields).message
    assert "从其规定" not in found("CNF002", province, city).message


def test_the_committee_is_told_to_do_no_more_than_was_found() -> None:
    signs = found("GAP010", "南京市物业管理条例\n第一条　业主委员会应当与物业服务人签订物业服务合同。")
    banks = found("GAP010", "南京市物业管理条例\n第一条　业主委员会应当开立银行账户。")

    assert "签订合同" in signs.message and "账户" not in signs.message
    assert "账户" in banks.message and "签订" not in banks.message


def test_an_administrative_regulation_is_told_that_procedure_is_for_laws() -> None:
    one = found("GAP010", "物业管理条例\n第一条　业主委员会应当与物业服务人签订物业服务合同。")

    assert "行政法规先核对权限" in one.advice
    assert [str(at) for at in one.basis] == ["立法法/11/1/10"]
    assert one.severity == "low"


def test_an_office_that_is_not_named_is_told_as_such() -> None:
    fine = "责令改正，处一千元罚款。"
    unnamed = found("OVL002", f"南京市物业管理条例\n第一条　占用通道的，由住房城乡建设主管部门或者其他有关部门{fine}")
    named = found("OVL002", f"南京市物业管理条例\n第一条　占用通道的，由住房城乡建设主管部门或者城市管理部门{fine}")

    assert "没有写明是哪一个" in unnamed.message
    assert "两个机关" in named.message


def test_offices_are_told_by_the_names_that_the_text_gives_them() -> None:
    one = found(
        "OVL003", "南京市物业管理条例\n第一条　违反规定的，由公安、城市管理、市场监管、人防等部门按照各自职责查处。"
    )

    assert "公安、城市管理、市场监管、人防等部门" in one.message


def test_a_repealed_law_that_a_text_only_rests_on_is_replaced_as_a_whole() -> None:
    rests = found("CIT002", "南京市物业管理条例\n第一条　根据《物权法》等法律，制定本条例。")
    applies = found("CIT002", "南京市物业管理条例\n第一条　略。\n第二条　业主的权利适用《物权法》。")

    assert rests.advice == "改引《民法典》"
    assert "相应条文" in applies.advice


def test_a_former_name_beside_the_present_one_is_told_as_former() -> None:
    one = found("AMB004", "南京市物业管理条例\n第一条　业主大会制定业主公约或者管理规约。")
    apart = found("AMB004", "南京市物业管理条例\n第一条　业主大会制定管理规约。\n第二条　业主应当遵守业主公约。")

    assert "旧称" in one.message
    assert "旧称" not in apart.message


def test_rules_left_to_others_are_told_with_the_other_places_where_that_is_so() -> None:
    left = "的管理办法由市人民政府另行制定。"
    one = found("GAP003", f"南京市物业管理条例\n第一条　维修资金{left}\n第二条　电动车充电{left}")

    assert "全文还有1处：第二条第一款" in one.message
    assert "全文还有" not in found("GAP003", f"南京市物业管理条例\n第一条　维修资金{left}").message


def test_what_is_left_to_others_is_marked_from_the_beginning_of_its_name() -> None:
    text = "南京市物业管理条例\n第一条　专项维修资金收取、使用、管理的办法由市人民政府制定。"
    start, end = found("GAP003", text).span or (0, 0)

    assert text[start:end] == "专项维修资金收取、使用、管理的办法由市人民政府制定"


def test_a_guide_price_that_a_reduction_points_at_is_told_with_its_article() -> None:
    province = (
        "云溪省物业管理条例\n第一条　为了规范物业管理，制定本条例。\n"
        "第二条　物业交付后长期空置的，物业费标准应当在物业服务合同中约定。\n"
        "第三条　实行政府指导价的，价格主管部门应当制定基准价和浮动幅度。"
    )
    head = "云溪市物业管理条例\n第一条　根据《云溪省物业管理条例》，制定本条例。\n"
    city = f"{head}第二条　空置六个月以上的住宅，业主减收物业费"
    pointing = found("CNF003", province, f"{city}，减收标准按照政府指导价执行。")
    plain = found("CNF003", province, f"{city}。")

    assert "《云溪省物业管理条例》第三条" in pointing.message
    assert "第三条" not in plain.message
    assert "另一方写的是不得" in plain.message  # why the articles besides its own rule are listed


def test_a_law_that_cites_by_older_numbers_than_its_own_day_is_led_to_the_present_ones() -> None:
    head = "中华人民共和国仲裁法\n（2017年9月1日修正）\n"
    one = found("CIT003", f"{head}第一条　裁决有民事诉讼法第二百一十三条第二款情形的，裁定不予执行。")
    other = found("CIT003", f"{head}第一条　裁决有民事诉讼法第二百五十八条第一款情形的，裁定不予执行。")

    assert one.advice == "改引《民事诉讼法》第二百四十八条第二款"
    assert other.advice == "改引《民事诉讼法》第二百九十一条第一款"


def test_the_period_of_appeal_for_those_who_live_abroad_is_found_at_its_present_number() -> None:
    head = "江苏省物业管理条例\n（2022年1月13日江苏省人民代表大会常务委员会通过）\n"
    one = found("CIT003", f"{head}第一条　上诉的期限适用《民事诉讼法》第二百七十六条。")

    assert one.advice == "改引《民事诉讼法》第二百八十六条"


def test_a_pronoun_is_marked_without_the_stop_before_it() -> None:
    text = "南京市物业管理条例\n第一条　物业服务区域内成立业主大会、选举产生业主委员会，由其决定重大事项。"
    start, end = found("AMB005", text).span or (0, 0)

    assert text[start:end] == "由其"


def test_what_needs_leave_is_marked_with_the_whole_word_for_the_need() -> None:
    text = "南京市物业管理条例\n第一条　确需拆除的，必须报经人民防空主管部门批准。"
    start, _ = found("GAP007", text).span or (0, 0)

    assert text[start:].startswith("确需拆除")
