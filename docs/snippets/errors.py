"""One class for everything a caller has to expect; each message names file, place, fault and remedy."""

from propertylaw import PropertyLawError, read

try:
    read("没有.docx")
except PropertyLawError as problem:
    print(problem.code, problem.file, problem.problem, problem.advice, sep=" | ")
    print(problem)
