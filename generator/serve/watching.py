"""Tells that something in the project may have changed, never what it now is: whoever hears it looks again."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer

from watchdog.events import (
    DirCreatedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

Changed = Callable[[str, bool], None]  # what is touched, and whether whoever writes it has come to an end
_SOURCES = ("brief.yaml", "content", "themes")
# What happened to a file inside a modified folder is an event of its own; to look at all of its files takes a while.
_TELLS_NOTHING = (FileOpenedEvent, FileClosedNoWriteEvent, DirModifiedEvent)
_COMPLETES = (FileClosedEvent, FileMovedEvent)
_GROWING = 0.1  # seconds from a new folder until it is asked whether it got its watch
_HELP = (
    "The system grants no more file watches, so the project is looked at once a second instead. "
    "More are granted by: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512"
)


class _Listener(FileSystemEventHandler):
    """Hands on the paths of events that concern the project's sources."""

    def __init__(self, root: Path, observer: BaseObserver, changed: Changed, grown: Callable[[], None] = lambda: None) -> None:
        """`grown` is called after folders came into being, which want watches of their own."""
        self._root, self._observer, self._changed, self._grown = root, observer, changed, grown
        self._folders: dict[str, ObservedWatch] = {}

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Runs in the observer's thread."""
        for found in (event.src_path, event.dest_path) if not isinstance(event, _TELLS_NOTHING) else ():
            path = os.path.relpath(os.fsdecode(found), self._root).replace(os.sep, "/") if found else ""
            if path in _SOURCES:
                self.follow(path)
            if path.partition("/")[0] in _SOURCES:
                self._changed(path, isinstance(event, _COMPLETES))
        if isinstance(event, DirCreatedEvent | DirMovedEvent):
            self._grown()

    def follow(self, name: str) -> None:
        """Watch a folder of sources that stands there now, whatever stood there before."""
        if name in self._folders:
            self._observer.unschedule(self._folders.pop(name))
        with suppress(OSError):  # gone again, or no watch to be had: then the project is looked at instead
            if (self._root / name).is_dir():
                self._folders[name] = self._observer.schedule(self, os.fspath(self._root / name), recursive=True)


class Watcher:
    """Hears of changes from the system, and looks for itself from the moment at which the system grants no more watches."""

    def __init__(self, root: Path, changed: Changed, tell: Callable[[str], None]) -> None:
        self._root, self._changed, self._tell = root, changed, tell
        self._observer: BaseObserver | None = None
        self._polling: BaseObserver | None = None
        self._doubt = Lock()
        self._asked = False  # whether the watches that are left will soon be asked for
        try:
            self._observer = Observer()
            self._start(self._observer, self._ask_soon)
        except OSError as error:
            if self._observer is not None:
                self._observer.unschedule_all()
            self._poll(error)
        else:
            self._poll_if_exhausted()

    def stop(self) -> None:
        """Hear of nothing any more."""
        for observer in (self._observer, self._polling):
            if observer is not None:
                observer.stop()

    def _start(self, observer: BaseObserver, grown: Callable[[], None] = lambda: None) -> None:
        """The project's own folder is watched flat: the site beside the sources does not concern us."""
        listener = _Listener(self._root, observer, self._changed, grown)
        observer.schedule(listener, os.fspath(self._root), recursive=False)
        for name in _SOURCES:
            listener.follow(name)
        observer.start()

    def _ask_soon(self) -> None:
        """A thousand folders of one checkout are asked about together; one that comes later than the question asks anew."""
        if not self._asked:
            self._asked = True
            timer = Timer(_GROWING, self._poll_if_exhausted)
            timer.daemon = True
            timer.start()

    def _poll_if_exhausted(self) -> None:
        """The observer passes over folders for which it gets no watch: whether there was one for each shows in one more."""
        with self._doubt:
            self._asked = False
            if self._observer is None or self._polling is not None:
                return
            try:
                self._observer.unschedule(self._observer.schedule(FileSystemEventHandler(), self._root.resolve().anchor))
            except OSError as error:
                self._poll(error)

    def _poll(self, error: OSError) -> None:
        known = error.errno in (errno.ENOSPC, errno.EMFILE)
        self._tell(_HELP if known else f"Files cannot be watched ({error.strerror}); the project is looked at once a second.")
        self._polling = PollingObserver(timeout=1)
        self._start(self._polling)
        for name in _SOURCES:
            self._changed(name, False)  # whatever came while nobody watched


def watch(root: Path, changed: Changed, tell: Callable[[str], None]) -> Watcher:
    """Call `changed` for whatever is touched, until the watcher is stopped; polls where the system refuses."""
    return Watcher(root, changed, tell)
