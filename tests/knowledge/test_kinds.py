"""The table of triggers covers all kinds in the main languages."""

import pytest

from dashboard.knowledge.kinds import find_triggers, read_triggers
from dashboard.model import EventKind


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt", "de", "it", "id", "vi"])
def test_every_kind_has_triggers_in_every_main_language(language):
    assert {trigger.kind for trigger in read_triggers() if trigger.language == language} == set(EventKind)


def test_weights_run_from_hint_to_decisive():
    assert {trigger.weight for trigger in read_triggers()} == {1, 2, 3, 4, 5}


def test_no_trigger_stands_twice_for_one_kind():
    pairs = [(trigger.kind, trigger.words) for trigger in read_triggers()]
    assert len(pairs) == len(set(pairs))


def test_triggers_are_found_where_they_stand():
    spans = [span for span, trigger in find_triggers("A new award") if trigger.kind == EventKind.AWARD]
    assert spans == [(6, 11)]
