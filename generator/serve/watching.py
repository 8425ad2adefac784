"""Tells that something in the project may have changed, never what it now is: whoever hears it looks again."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from watchdog.events import DirModifiedEvent, FileClosedNoWriteEvent, FileOpenedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

_SOURCES = ("brief.yaml", "content", "themes")
_HELP = (
    "The system grants no more file watches, so the project is looked at once a second instead. "
    "More are granted by: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512"
)


class _Listener(FileSystemEventHandler):
    """Hands on the paths of events that concern the project's sources."""

    def __init__(self, root: Path, observer: BaseObserver, changed: Callable[[str], None]) -> None:
        self._root, self._observer, self._changed = root, observer, changed
        self._folders: dict[str, ObservedWatch] = {}

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Runs in the observer's thread."""
        if isinstance(event, FileOpenedEvent | FileClosedNoWriteEvent):
            return
        for found in (event.src_path, event.dest_path):
            path = os.path.relpath(os.fsdecode(found), self._root).replace(os.sep, "/") if found else ""
            if path in _SOURCES and not isinstance(event, DirModifiedEvent):
                self.follow(path)
            if path.partition("/")[0] in _SOURCES:
                self._changed(path)

    def follow(self, name: str) -> None:
        """Watch a folder of sources that stands there now, whatever stood there before."""
        if name in self._folders:
            self._observer.unschedule(self._folders.pop(name))
        with suppress(OSError):  # gone again, or no watch to be had: the look that follows each event sees its files
            if (self._root / name).is_dir():
                self._folders[name] = self._observer.schedule(self, os.fspath(self._root / name), recursive=True)


def watch(root: Path, changed: Callable[[str], None], tell: Callable[[str], None]) -> BaseObserver:
    """Call `changed` with the path of whatever is touched, until the observer is stopped; polls where the system refuses."""
    observer: BaseObserver = Observer()
    try:
        return _start(observer, root, changed)
    except OSError as error:
        observer.unschedule_all()
        tell(_HELP if error.errno in (errno.ENOSPC, errno.EMFILE) else f"Files cannot be watched ({error.strerror}); polling.")
    return _start(PollingObserver(timeout=1), root, changed)


def _start(observer: BaseObserver, root: Path, changed: Callable[[str], None]) -> BaseObserver:
    """The project's own folder is watched flat: the site beside the sources does not concern us."""
    listener = _Listener(root, observer, changed)
    observer.schedule(listener, os.fspath(root), recursive=False)
    for name in _SOURCES:
        listener.follow(name)
    observer.start()
    return observer
