"""Do something again whenever the project's files change, until interrupted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from generator.serve.watching import watch

_QUIET = 0.05  # seconds without another event after which a save is taken for complete
_LONGEST = 20  # times that much is waited for, at most
_SECOND_LOOK = 1.0  # seconds of quiet until once more, for events that were lost or came while files were read


def follow(root: Path, again: Callable[[], None], tell: Callable[[str], None]) -> None:
    """Call `again` at once, after each change, and once more when it is quiet; Ctrl-C ends."""
    heard = threading.Event()
    observer = watch(root, lambda _path, _complete: heard.set(), tell)
    try:
        again()
        while True:
            heard.wait()
            while True:
                for _ in range(_LONGEST):
                    heard.clear()
                    if not heard.wait(_QUIET):
                        break
                again()
                if not heard.wait(_SECOND_LOOK):
                    break
            again()
    except KeyboardInterrupt:
        return
    finally:
        observer.stop()
