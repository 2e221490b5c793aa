"""A visitor without a browser: speaks to the dashboard over its websocket as a browser does, and notes what it is sent."""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import quote

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

# A browser forgets a message that it was not shown for so many runs (Streamlit's ``global.maxCachedMessageAge``).
_AGE = 2


@dataclass(slots=True)
class Run:
    """One run of the page as the visitor sees it: seconds from request to the last message, and what was sent.

    ``sent`` is the weight of all messages, ``wire`` what crosses the wire, where messages are compressed.
    ``charts`` are all charts of the page, ``remounted`` those that a browser must build anew, ``needless`` those of them whose
    figure is the same as before; ``heavy`` is the weight of messages by the kind of what they show.
    """

    seconds: float = 0.0
    first_chart: float = 0.0
    sent: int = 0
    wire: int = 0
    messages: int = 0
    charts: int = 0
    remounted: int = 0
    needless: int = 0
    heavy: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)


class _Wire(socket.socket):
    """A socket that counts what it receives."""

    received = 0

    def recv(self, size: int, flags: int = 0, /) -> bytes:
        """What is there, at most ``size`` bytes."""
        found = super().recv(size, flags)
        self.received += len(found)
        return found


class Visitor:
    """One session with the server at ``port``; a context manager."""

    def __init__(self, port: int) -> None:
        self._wire = _Wire(socket.AF_INET, socket.SOCK_STREAM)
        self._wire.connect(("127.0.0.1", port))
        self._socket: ClientConnection = connect(f"ws://localhost:{port}/_stcore/stream", sock=self._wire, max_size=None)
        self._kept: dict[
            str, tuple[ForwardMsg, int]
        ] = {}  # what a browser keeps of earlier runs, and the run it was last shown
        self._ids: dict[str, str] = {}
        self._values: dict[str, str] = {}
        self._figures: dict[str, tuple[str, str]] = {}
        self._query = self._page = ""
        self._runs = 0

    def __enter__(self) -> Visitor:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._socket.close()

    def open(self, page: str, query: str = "") -> Run:
        """Go to a page by its address."""
        self._page, self._query, self._figures = page, query, {}
        return self._run()

    def change(self, **filters: str) -> Run:
        """Put values into the fields of the address, empty all others, and wait for the page that answers."""
        self._values = {name: filters.get(name, "") for name in self._ids}
        own = [part for part in self._query.split("&") if part.startswith(("id=", "event="))]
        self._query = "&".join([*own, *(f"{name}={quote(value)}" for name, value in filters.items())])
        return self._run()

    def _run(self) -> Run:
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string, state.page_name = self._query, self._page
        state.context_info.url = f"http://localhost/{self._page}"
        state.context_info.color_scheme = "light"
        states = [WidgetState(id=self._ids[name], string_value=value) for name, value in self._values.items()]
        state.widget_states.widgets.extend(states)
        state.cached_message_hashes.extend(self._kept)
        run, begin, shown = Run(), time.perf_counter(), dict[str, tuple[str, str]]()
        before = self._wire.received
        self._socket.send(asked.SerializeToString())
        while True:
            payload = self._socket.recv()
            message = ForwardMsg.FromString(payload)
            kind = message.WhichOneof("type")
            run.sent, run.messages = run.sent + len(payload), run.messages + 1
            if kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    break
                continue
            self._note(run, self._whole(message), len(payload), shown)
            if shown and not run.first_chart:
                run.first_chart = time.perf_counter() - begin
        run.seconds, run.wire = time.perf_counter() - begin, self._wire.received - before
        self._compare(run, shown)
        return run

    def _whole(self, message: ForwardMsg) -> ForwardMsg:
        """The message itself, or the one kept that it refers to."""
        if message.WhichOneof("type") == "ref_hash":
            message = self._kept[message.ref_hash][0]
        elif not message.metadata.cacheable:
            return message
        self._kept[message.hash] = message, self._runs
        return message

    def _note(self, run: Run, message: ForwardMsg, size: int, shown: dict[str, tuple[str, str]]) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type") or message.delta.WhichOneof("type") or str(message.WhichOneof("type"))
        run.heavy[kind] = run.heavy.get(kind, 0) + size
        if kind == "plotly_chart":
            shown[element.plotly_chart.id.rpartition("-chart-")[2]] = element.plotly_chart.id, element.plotly_chart.spec
        elif kind == "text_input" and element.text_input.query_param_key:
            self._ids[element.text_input.query_param_key] = element.text_input.id
        elif kind == "exception":
            run.errors.append(f"{element.exception.type}: {element.exception.message}")

    def _compare(self, run: Run, shown: dict[str, tuple[str, str]]) -> None:
        run.charts = len(shown)
        new = {key: chart for key, chart in shown.items() if self._figures.get(key, ("", ""))[0] != chart[0]}
        run.remounted = len(new)
        run.needless = sum(self._figures.get(key, ("", ""))[1] == chart[1] for key, chart in new.items())
        self._figures, self._runs = shown, self._runs + 1
        self._kept = {name: kept for name, kept in self._kept.items() if self._runs - kept[1] <= _AGE}
