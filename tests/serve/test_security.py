"""Over real sockets: nobody gets anything but the site's own files, and nobody but this machine's own browser gets those."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from previewing import Preview, previewing

from tests.projects import make_project, write

SECRET = b"the harbour master's safe"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = make_project(tmp_path_factory.mktemp("desk"))
    write(root / "secret.txt", SECRET.decode())
    write(root.parent / "secret.txt", SECRET.decode())
    write(root / "content/.hidden/secret.txt", SECRET.decode())
    write(root / "content/static/open.txt", "open\n")
    write(root / "site/secret.txt", SECRET.decode())
    (root / "site/link.txt").symlink_to(root / "secret.txt")
    with previewing(root) as running:
        assert running.get("/open.txt")[2] == b"open\n"
        yield running


def ask(preview: Preview, path: str, *headers: str, method: str = "GET", host: str = "") -> tuple[int, bytes]:
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{preview.port}'}", "Connection: close", *headers]
    answer = preview.raw("\r\n".join([*lines, "", ""]).encode("latin-1"))
    return int(answer.split(b" ", 2)[1]), answer


NO_FILE = [
    "/../secret.txt",
    "/../../etc/passwd",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e%252fsecret.txt",
    "/%25%32%65%25%32%65/secret.txt",
    "/actors/../../secret.txt",
    "/actors/..%5c..%5csecret.txt",
    "/..\\secret.txt",
    "/....//secret.txt",
    "//etc/passwd",
    "/%2fetc%2fpasswd",
    "///secret.txt",
    "//host/share/secret.txt",
    "/\\\\host\\share\\secret.txt",
    "/C:/secret.txt",
    "/file:///etc/passwd",
    "/secret.txt",
    "/secret.txt%00.html",
    "/index.html%00",
    "/%00",
    "/%c0%ae%c0%ae/secret.txt",
    "/.brief/cache.sqlite",
    "/.brief/preview-1.sqlite",
    "/.hidden/secret.txt",
    "/.gitignore",
    "/brief.yaml",
    "/content/actors/mara-oduya.yaml",
    "/content/articles/2031-03-09-dues-halved.txt",
    "/articles/2031-03-09-dues-halved.txt",
    "/themes/desk/templates/base.html",
    "/site/secret.txt",
    "/site/link.txt",
    "/link.txt",
    "/_brief/",
    "/_brief/../secret.txt",
    "/_brief/live.js/../../secret.txt",
    "/_brief/%2e%2e/app.py",
    "/assets/",
    "/assets",
    "/schema/",
]


@pytest.mark.parametrize("path", NO_FILE)
def test_no_address_leads_to_anything_but_a_file_of_the_site(preview: Preview, path: str) -> None:
    status, answer = ask(preview, path)
    assert status in (400, 404), answer[:200]
    assert SECRET not in answer
    assert b"root:" not in answer
    assert str(Path(__file__).parent).encode() not in answer
    assert os.fsencode(Path.home()) + b"/" not in answer


@pytest.mark.parametrize("path", ["http://127.0.0.1/secret.txt", "http://evil.example/index.html", "secret.txt", "*"])
def test_no_absolute_request_leads_to_anything(preview: Preview, path: str) -> None:
    status, answer = ask(preview, path)
    assert SECRET not in answer
    assert status in (400, 404) or (status == 200 and b"<title>Harbour Desk" in answer)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1.evil.example:{port}",
        "localhost.evil.example:{port}",
        "192.0.2.7:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1:{port}@evil.example",
        "[::ffff:192.0.2.1]:{port}",
        "0x7f000001:{port}",
        "",
    ],
)
def test_a_foreign_host_is_refused(preview: Preview, host: str) -> None:
    status, answer = ask(preview, "/index.html", host=host.format(port=preview.port) or " ")
    assert status == 400
    assert b"Harbour Desk" not in answer


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}"])
def test_its_own_names_are_answered(preview: Preview, host: str) -> None:
    assert ask(preview, "/index.html", host=host.format(port=preview.port))[0] == 200


def test_two_hosts_or_none_are_refused(preview: Preview) -> None:
    assert ask(preview, "/index.html", "Host: evil.example")[0] == 400
    assert b" 400 " in preview.raw(b"GET /index.html HTTP/1.1\r\nConnection: close\r\n\r\n").split(b"\r\n")[0]


FOREIGN = [
    ("Origin: http://evil.example",),
    ("Origin: null",),
    ("Origin: http://127.0.0.1:1",),
    ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"),
    ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"),
    ("Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"),
    ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"),
]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/index.html", "/actors/mara-oduya.json", "/_brief/live.js", "/_brief/events?page=/index.html"])
def test_a_page_of_another_site_gets_nothing(preview: Preview, path: str, headers: tuple[str, ...]) -> None:
    status, answer = ask(preview, path, *headers)
    assert status == 403
    assert b"Oduya" not in answer
    assert b"access-control" not in answer.lower()


def test_a_link_from_elsewhere_leads_to_a_page_but_not_to_the_stream(preview: Preview) -> None:
    link = ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
    assert ask(preview, "/index.html", *link)[0] == 200
    assert ask(preview, "/_brief/events?page=/index.html", *link)[0] == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_but_reading_is_answered(preview: Preview, method: str) -> None:
    assert ask(preview, "/index.html", method=method)[0] in (400, 405)


def test_a_socket_upgrade_gets_no_socket(preview: Preview) -> None:
    headers = ("Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==")
    answer = preview.raw(
        "\r\n".join(
            ["GET / HTTP/1.1", f"Host: 127.0.0.1:{preview.port}", "Connection: Upgrade", *headers, "", ""],
        ).encode()
    )
    assert b" 101 " not in answer.split(b"\r\n")[0]


def test_no_header_says_more_than_it_must(preview: Preview) -> None:
    _, headers, _ = preview.get("/index.html")
    assert set(headers) == {
        "date",
        "cache-control",
        "cross-origin-resource-policy",
        "referrer-policy",
        "x-content-type-options",
        "x-frame-options",
        "etag",
        "accept-ranges",
        "content-length",
        "content-type",
    }


def test_nonsense_is_refused_and_the_server_goes_on(preview: Preview) -> None:
    for nonsense in (
        b"\x00\x01\x02\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
    ):
        assert b" 200 " not in preview.raw(nonsense).split(b"\r\n")[0]
    assert ask(preview, "/index.html")[0] == 200
    assert "Traceback" not in "".join(preview.said)


def test_the_port_is_open_on_this_machine_alone(preview: Preview) -> None:
    found = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/self/net/{name}").read_text().splitlines()[1:]]
    listening = [row[1] for row in found if row[3] == "0A" and int(row[1].rpartition(":")[2], 16) == preview.port]
    assert listening == [f"0100007F:{preview.port:04X}"]
