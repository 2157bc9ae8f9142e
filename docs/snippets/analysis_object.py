"""The short parts of an analysis object, as `propertylaw analyze --format json` writes them."""

import json

from propertylaw import analyze
from propertylaw.report.objects import analysis_json

whole = json.loads(analysis_json(analyze("corpus/samples/disputes/公共收益与移交.yaml")))
claim = whole["claims"][0]
short = {
    "parties": whole["parties"][:1],
    "claims": [
        {key: claim[key] for key in ("id", "claimant", "respondent", "result", "capacity", "amount")}
        | {"elements": claim["elements"][1:2], "defences": claim["defences"][1:2]}
    ],
    "void_clauses": whole["void_clauses"][:1],
}
print(json.dumps(short, ensure_ascii=False, indent=1))
