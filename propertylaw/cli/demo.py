"""`propertylaw demo`: the main job on the samples that ship with the library."""


def demo() -> None:
    """用随附的示例走一遍：读法规和合同，建图，核对纠纷，说明理由。"""
    from propertylaw.reasoning import analyze
    from propertylaw.report.analysis_page import analysis_text
    from propertylaw.report.documents_page import documents_text
    from propertylaw.rulebook import data_folder

    from .options import deliver

    case = data_folder("corpus") / "samples" / "disputes" / "欠费与停水.yaml"
    deliver(documents_text(case), None)
    deliver(analysis_text(analyze(case)), None)
