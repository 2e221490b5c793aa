"""Records compared with gold, field by field: precision, recall and F1, by the rules of the annotation guide.

Values and sets are scored over all items of the records that are relevant in the gold (micro average); partnerships, whose
number grows with the square of the institutions, as the mean over articles. What was not predicted counts as predicted empty.
"""

from __future__ import annotations

from dashboard.evaluate.cases import Case, count_cases, list_cases
from dashboard.evaluate.comparing import Compared, Outcome, compare_articles
from dashboard.evaluate.fields import ORDER, REFEREED
from dashboard.evaluate.floors import Floors, check_floors, raise_floors
from dashboard.evaluate.judging import judge_values
from dashboard.evaluate.quality import describe_measurement, publish_measurement, write_quality
from dashboard.evaluate.reliability import Bin, Reliability, measure_reliability
from dashboard.evaluate.scores import Interval, Scores, compare_records, measure_articles, measure_languages, write_scores

__all__ = [
    "ORDER", "REFEREED", "Bin", "Case", "Compared", "Floors", "Interval", "Outcome", "Reliability", "Scores",
    "check_floors", "compare_articles", "compare_records", "count_cases", "describe_measurement", "judge_values",
    "list_cases", "measure_articles", "measure_languages", "measure_reliability", "publish_measurement", "raise_floors",
    "write_quality", "write_scores",
]  # fmt: skip
