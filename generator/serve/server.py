"""The server's life: a port, the watcher, the loop, and an end within a second of Ctrl-C."""

from __future__ import annotations

import asyncio
import gc
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

import msgspec
import uvicorn

from generator.report import Options
from generator.serve.app import Preview
from generator.serve.live import Live
from generator.serve.shelf import preview_store
from generator.serve.streams import Streams
from generator.serve.watching import watch
from generator.serve.workshop import Workshop
from generator.workers import COLLECT

_NEXT = 50  # ports that are tried after the one that was asked for


class Address(msgspec.Struct, frozen=True):
    """Where to listen."""

    host: str = "127.0.0.1"
    port: int = 8000


class _Server(uvicorn.Server):
    """Ends the streams of open pages before it waits for them."""

    streams: Streams
    live: Live

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ctrl-C or a polite kill."""
        super().handle_exit(sig, frame)
        self.live.end()
        self.streams.close()


def serve(root: Path, options: Options, address: Address, tell: Callable[[str], None], opened: Callable[[str], None]) -> None:
    """Serve the project at `root` until interrupted; `opened` is told the address when the port is open."""
    gc.set_threshold(*COLLECT)
    with _listen(address) as listener, preview_store(root, tell) as store, suppress(KeyboardInterrupt):
        host, port = listener.getsockname()[:2]
        if port != address.port and address.port:
            tell(f"Port {address.port} is taken; this is the next free one.")
        names = (
            frozenset({address.host.lower(), socket.gethostname().lower()})
            if _is_wide(address.host)
            else frozenset({"localhost"})
        )
        shown = host if host not in ("0.0.0.0", "::") else socket.gethostname()  # noqa: S104 - only compared
        if _is_wide(address.host):
            tell("Whoever reaches this machine by network may read this preview, drafts included: it asks for no password.")
        opened(f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/")
        asyncio.run(_run(root, Workshop(root, options, store), listener, names, tell))
    gc.freeze()  # a process that ends need not look for cycles among all that it knew


async def _run(
    root: Path, workshop: Workshop, listener: socket.socket, names: frozenset[str], tell: Callable[[str], None]
) -> None:
    streams = Streams()
    live = Live(workshop, streams, tell)
    observer = watch(root, live.touched, tell)
    config = uvicorn.Config(
        Preview(live, streams, names).app,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )
    server = _Server(config)
    server.streams, server.live = streams, live
    task = asyncio.create_task(live.run())
    try:
        await server.serve(sockets=[listener])
    finally:
        task.cancel()
        observer.stop()
        live.close()


def _is_wide(host: str) -> bool:
    return host not in ("127.0.0.1", "localhost", "::1")


@contextmanager
def _listen(address: Address) -> Iterator[socket.socket]:
    """An open socket at the address, or at the next free port."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    last = address.port + (_NEXT if address.port else 0)
    for port in range(address.port, min(last, 65535) + 1):
        # Only of a socket that names its protocol does the loop know that it may send without waiting for acknowledgements.
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((address.host, port))
            listener.listen(512)
        except OSError:
            listener.close()
            if port == last:
                raise
            continue
        try:
            yield listener
        finally:
            listener.close()
        return
