"""With `--host`, others in the same network read the preview, at the names of this machine and at no other."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from previewing import Preview, previewing

from tests.projects import make_project

EVERYWHERE = "0.0.0.0"  # noqa: S104 - it is what these tests are about
WARNING = "drafts included: it asks for no password"


def listening(port: int) -> set[str]:
    """The addresses at which a port is open, as the kernel names them."""
    found = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/self/net/{name}").read_text().splitlines()[1:]]
    return {row[1].rpartition(":")[0] for row in found if row[3] == "0A" and int(row[1].rpartition(":")[2], 16) == port}


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewing(make_project(tmp_path_factory.mktemp("desk")), "--host", EVERYWHERE) as running:
        yield running


def status(preview: Preview, host: str, path: str = "/index.html", headers: dict[str, str] | None = None) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=20)
    try:
        connection.request("GET", path, headers={"Host": host, **(headers or {})})
        return connection.getresponse().status
    finally:
        connection.close()


def test_whoever_opens_the_preview_to_others_is_warned(wide: Preview) -> None:
    wide.until(lambda: any(WARNING in line for line in wide.said))
    assert listening(wide.port) == {"00000000"}


def test_the_address_that_is_printed_is_one_that_others_can_use(wide: Preview) -> None:
    assert wide.host == socket.gethostname()


def test_it_answers_by_the_name_of_the_machine_and_by_its_addresses(wide: Preview) -> None:
    for name in (socket.gethostname(), socket.gethostname().upper(), "127.0.0.1", "localhost"):
        assert status(wide, f"{name}:{wide.port}") == 200, name


def test_a_foreign_name_is_refused_there_too(wide: Preview) -> None:
    foreign = ("evil.example", f"{socket.gethostname()}.evil.example", "192.0.2.7", f"x{socket.gethostname()}")
    for path in ("/index.html", "/_brief/live.js", "/_brief/events?page=/index.html"):
        assert [status(wide, f"{name}:{wide.port}", path) for name in foreign] == [400] * len(foreign)


def test_a_page_of_another_site_gets_nothing_there_either(wide: Preview) -> None:
    own = f"{socket.gethostname()}:{wide.port}"
    assert status(wide, own, headers={"Origin": "http://evil.example"}) == 403
    assert status(wide, own, headers={"Origin": f"http://{own}"}) == 200


def test_unless_it_is_asked_for_nothing_but_this_machine_is_listened_to_and_nothing_said(tmp_path: Path) -> None:
    with previewing(make_project(tmp_path)) as preview:
        assert preview.host == "127.0.0.1"
        assert preview.get("/index.html")[0] == 200
        assert listening(preview.port) == {"0100007F"}
        assert not [line for line in preview.said if "password" in line]
