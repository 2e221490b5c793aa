"""What a run sends to the browser, handed over in few portions."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from streamlit.runtime.scriptrunner import get_script_run_ctx

# Seconds after which what has gathered is handed over, so that a long run paints as it goes.
_PORTION = 0.15


@contextmanager
def hold_messages() -> Iterator[None]:
    """Within it, gather the messages of this run and hand them over together.

    Streamlit wakes the thread of the server for each of a hundred messages; it and the run then take the interpreter from each
    other again and again, which costs a sixth of the time of a page. Where Streamlit has no such place, all stays as it is.
    """
    context = get_script_run_ctx(suppress_warning=True)
    send = getattr(context, "_enqueue", None)
    if context is None or send is None:
        yield
        return
    portion = _Portion(send)
    context._enqueue = portion.take
    try:
        yield
    finally:
        context._enqueue = send
        portion.hand_over()


class _Portion:
    """Messages that were not handed over yet."""

    def __init__(self, send: Callable[[Any], None]) -> None:
        self._send, self._held, self._since = send, list[Any](), time.monotonic()

    def take(self, message: Any) -> None:
        """Gather a message."""
        self._held.append(message)
        if time.monotonic() - self._since > _PORTION:
            self.hand_over()

    def hand_over(self) -> None:
        """Send all that was gathered, in order."""
        held, self._held, self._since = self._held, [], time.monotonic()
        for message in held:
            self._send(message)
