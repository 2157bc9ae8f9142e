"""Parties and norms in a pipeline of one's own."""

import spacy

nlp = spacy.blank("zh")
nlp.add_pipe("propertylaw_parties", config={"names": {"甲方": "owners_committee", "乙方": "service_provider"}})
nlp.add_pipe("propertylaw_norms")

doc = nlp("乙方应当在每季度结束后十五日内向业主公布经营收支，不得以业主欠费为由拒绝。")
for span in doc.spans["propertylaw_parties"]:
    print("party", span.text, span._.parties)
for norm in doc._.norms:
    print("norm ", norm.modality, norm.bearer, norm.action, norm.deadline)
