"""Everyday questions over the law of a day."""

from datetime import date

from propertylaw import KnowledgeBase, ask

law = KnowledgeBase(date(2025, 7, 1), "")
for answer in ask("业委会要换物业要多少人同意", law, k=3):
    print(answer.locator, answer.version, answer.means, answer.why, sep="｜")
