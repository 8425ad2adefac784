"""What the preview's own socket is like, seen from the server's side."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from generator.serve.server import Address, _listen


def test_the_end_of_an_answer_does_not_wait_for_the_reader_to_acknowledge_its_beginning() -> None:
    """Nagle's algorithm and delayed acknowledgement together hold back each answer on a kept connection for 40 ms."""

    async def at_once() -> int:
        seen: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def met(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            seen.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with _listen(Address(port=0)) as listener:
            port = listener.getsockname()[1]
            async with await asyncio.start_server(met, sock=listener):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                found = await seen
                writer.close()
                return found

    with ThreadPoolExecutor(1) as own:  # browsers' tests leave a loop behind in this thread
        assert own.submit(asyncio.run, at_once()).result() != 0
