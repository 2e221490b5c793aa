"""What a run sends stays in order, is handed over in portions, and nothing is lost where a page fails."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dashboard.ui import sending


@pytest.fixture
def context(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A run whose messages are listed under ``sent``."""
    sent: list[str] = []
    run = SimpleNamespace(sent=sent, _enqueue=sent.append)
    monkeypatch.setattr(sending, "get_script_run_ctx", lambda suppress_warning: run)
    return run


def test_messages_are_held_and_arrive_in_order(context: SimpleNamespace) -> None:
    send = context._enqueue
    with sending.hold_messages():
        context._enqueue("a")
        context._enqueue("b")
        assert context.sent == []
    assert context.sent == ["a", "b"]
    assert context._enqueue == send


def test_what_was_said_before_a_fault_arrives(context: SimpleNamespace) -> None:
    def fail() -> None:
        with sending.hold_messages():
            context._enqueue("a")
            raise ValueError("page")

    with pytest.raises(ValueError, match="page"):
        fail()
    assert context.sent == ["a"]


def test_a_long_run_hands_over_as_it_goes(context: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "_PORTION", -1.0)
    with sending.hold_messages():
        context._enqueue("a")
        assert context.sent == ["a"]


def test_without_a_run_nothing_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "get_script_run_ctx", lambda suppress_warning: None)
    with sending.hold_messages():
        pass
