"""Answers kept for all visitors of this process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from inspect import signature
from threading import Lock
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def kept(most: int) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Keep the ``most`` answers of a function that were asked for last; arguments named ``_so`` do not tell them apart.

    Streamlit's own cache writes every argument out as bytes to compare them, which takes a fifth of a run here, where arguments
    are small and hashable. Arguments are given by place; never edit an answer.
    """

    def keep(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
        """The function that answers from what is kept."""
        telling = [place for place, name in enumerate(signature(function).parameters) if not name.startswith("_")]
        answers: OrderedDict[tuple[Any, ...], Answer] = OrderedDict()
        lock = Lock()

        @wraps(function)
        def find(*given: Given.args, **named: Given.kwargs) -> Answer:
            """The answer kept, or a new one."""
            key = tuple([given[place] for place in telling])
            with lock:
                if key in answers:
                    answers.move_to_end(key)
                    return answers[key]
            answer = function(*given, **named)  # not under the lock: other visitors go on
            with lock:
                answers[key] = answer
                if len(answers) > most:
                    answers.popitem(last=False)
            return answer

        return find

    return keep
