"""Files as browsers ask for them: types, tags, and parts of files, over real sockets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from previewing import Preview, previewing

from tests.projects import make_project, write

SONG = "/songs/tide.mp3"
CONTENT = bytes(range(256)) * 4


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = make_project(tmp_path_factory.mktemp("desk"))
    write(root / "content/static/nested/words.TXT", "Tūvalu\n")
    write(root / "content/static/songs/empty.mp3", "")
    write(root / "content/static/odd.xyz", "odd\n")
    (root / "content/static/songs/tide.mp3").write_bytes(CONTENT)
    with previewing(root) as running:
        yield running


def test_a_file_is_whole_and_says_that_it_can_be_had_in_parts(preview: Preview) -> None:
    status, headers, body = preview.get(SONG)
    assert (status, body, headers["accept-ranges"], headers["content-length"]) == (200, CONTENT, "bytes", "1024")
    assert "content-range" not in headers


@pytest.mark.parametrize(
    ("asked", "told", "part"),
    [
        ("bytes=0-9", "bytes 0-9/1024", CONTENT[:10]),
        ("bytes=0-0", "bytes 0-0/1024", CONTENT[:1]),
        ("bytes=1000-", "bytes 1000-1023/1024", CONTENT[1000:]),
        ("bytes=1000-99999999999999999999999", "bytes 1000-1023/1024", CONTENT[1000:]),
        ("bytes=-5", "bytes 1019-1023/1024", CONTENT[-5:]),
        ("bytes=-5000", "bytes 0-1023/1024", CONTENT),
    ],
)
def test_one_part_is_sent_as_asked(preview: Preview, asked: str, told: str, part: bytes) -> None:
    status, headers, body = preview.get(SONG, {"Range": asked})
    assert (status, headers["content-range"], body) == (206, told, part)
    assert headers["content-length"] == str(len(part))
    assert headers["content-type"] == "audio/mpeg"


@pytest.mark.parametrize(
    ("path", "asked", "size"), [(SONG, "bytes=1024-", 1024), (SONG, "bytes=-0", 1024), ("/songs/empty.mp3", "bytes=0-", 0)]
)
def test_a_part_beyond_the_end_is_not_to_be_had(preview: Preview, path: str, asked: str, size: int) -> None:
    status, headers, body = preview.get(path, {"Range": asked})
    assert (status, headers["content-range"], body) == (416, f"bytes */{size}", b"")


@pytest.mark.parametrize("asked", ["bytes=9-3", "bytes=-", "bytes=a-b", "lines=0-9", "bytes=0-1,4-5", "bytes 0-9", "bytes=٠-٩"])
def test_what_is_no_single_part_gets_the_whole_file(preview: Preview, asked: str) -> None:
    answer = preview.raw(
        f"GET {SONG} HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\nRange: {asked}\r\nConnection: close\r\n\r\n".encode()
    )
    assert answer.split(b" ", 2)[1] == b"200"
    assert answer.endswith(CONTENT)


def test_a_part_is_sent_only_of_the_file_that_the_rest_is_of(preview: Preview) -> None:
    tag = preview.get(SONG)[1]["etag"]
    assert preview.get(SONG, {"Range": "bytes=0-9", "If-Range": tag})[0] == 206
    for other in ('"of another day"', f"W/{tag}", "Sun, 09 Mar 2031 10:00:00 GMT"):
        status, _, body = preview.get(SONG, {"Range": "bytes=0-9", "If-Range": other})
        assert (status, body) == (200, CONTENT)


@pytest.mark.parametrize("path", [SONG, "/index.html", "/actors/mara-oduya.json", "/assets/desk.css"])
def test_what_the_browser_has_already_is_not_sent_again(preview: Preview, path: str) -> None:
    tag = preview.get(path)[1]["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        status, headers, body = preview.get(path, {"If-None-Match": known})
        assert (status, headers["etag"], body) == (304, tag, b"")
    assert preview.get(path, {"If-None-Match": '"other"'})[0] == 200


def test_the_head_of_a_file_is_its_head_alone(preview: Preview) -> None:
    status, headers, body = preview.get(SONG, method="HEAD")
    assert (status, headers["content-length"], body) == (200, "1024", b"")
    status, headers, body = preview.get(SONG, {"Range": "bytes=0-9"}, "HEAD")
    assert (status, headers["content-range"], body) == (206, "bytes 0-9/1024", b"")


def test_a_page_that_is_not_there_has_no_tag_and_no_parts(preview: Preview) -> None:
    status, headers, _ = preview.get("/nowhere", {"Range": "bytes=0-9", "If-None-Match": "*"})
    assert status == 404
    assert "etag" not in headers


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/actors/mara-oduya.html", "text/html; charset=utf-8"),
        ("/nowhere", "text/html; charset=utf-8"),
        ("/actors/mara-oduya.json", "application/json; charset=utf-8"),
        ("/actors/mara-oduya.xml", "application/xml; charset=utf-8"),
        ("/assets/desk.css", "text/css; charset=utf-8"),
        ("/nested/words.TXT", "text/plain; charset=utf-8"),
        ("/_brief/live.js", "text/javascript; charset=utf-8"),
        ("/odd.xyz", "application/octet-stream"),
        (SONG, "audio/mpeg"),
    ],
)
def test_each_file_has_its_type_and_texts_are_utf_8(preview: Preview, path: str, kind: str) -> None:
    assert preview.get(path)[1]["content-type"] == kind
