"""A finished file into an HTTP answer: its type, its tag, the part that was asked for; pages get the script that renews them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.responses import Response

from generator.serve.workshop import Finished

HOOK = "/_brief/"  # everything of the preview's own stands below; no page of a site does
_TYPES = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "gif": "image/gif",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
    "zip": "application/zip",
}
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
COMMON = {
    "Cache-Control": "no-cache",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def with_script(content: bytes, version: str, unpublished: str = "") -> bytes:
    """A page with the reload script, which is in no file; it tells also why an article is not published."""
    why = f' data-unpublished="{unpublished}"' if unpublished else ""
    tag = f'<script src="{HOOK}live.js" data-version="{version}"{why} defer></script>\n'.encode()
    at = content.rfind(b"</body>")
    return content[:at] + tag + content[at:] if at >= 0 else content + tag


def version_of(finished: Finished) -> str:
    """What tells two contents of a page apart."""
    return finished.sha256[:16]


def answer(finished: Finished, headers: Mapping[str, str], status: int = 200, unpublished: str = "") -> Response:
    """The answer to a request for a file."""
    content, tag = finished.content, f'"{finished.sha256[:32]}"'
    if finished.path.endswith(".html"):
        content, tag = with_script(content, version_of(finished), unpublished), f'"{finished.sha256[:32]}-live{unpublished}"'
    kind = _TYPES.get(finished.path.rpartition(".")[2].lower(), "application/octet-stream")
    common = {**COMMON, "ETag": tag, "Accept-Ranges": "bytes"}
    if status != 200:
        return Response(content, status, COMMON, kind)
    known = [one.strip().removeprefix("W/") for one in headers.get("if-none-match", "").split(",")]
    if tag in known or known == ["*"]:
        return Response(None, 304, common)
    wanted = _part(headers, tag, len(content))
    if wanted is None:
        return Response(content, 200, common, kind)
    start, end = wanted
    if start >= end:
        return Response(None, 416, {**common, "Content-Range": f"bytes */{len(content)}"})
    part = {**common, "Content-Range": f"bytes {start}-{end - 1}/{len(content)}"}
    return Response(content[start:end], 206, part, kind)


def refusal(status: int, text: str) -> Response:
    """A short answer without any detail."""
    return Response(text + "\n", status, COMMON, "text/plain; charset=utf-8")


def _part(headers: Mapping[str, str], tag: str, size: int) -> tuple[int, int] | None:
    """The one range that was asked for, cut to the file; None for the whole file, an empty range for one beyond it."""
    asked = _RANGE.fullmatch(headers.get("range", ""))
    if not asked or asked.group() == "bytes=-" or headers.get("if-range", tag) != tag:
        return None
    first, last = asked[1][:18], asked[2][:18]
    if not first:
        return max(size - int(last), 0), size
    if last and int(last) < int(first):
        return None
    return int(first), min(int(last) + 1, size) if last else size
