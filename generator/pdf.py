"""A finished page -> a tagged PDF (PDF/UA-1), set by the theme's own print stylesheet.

WeasyPrint is an extra: this module is loaded only where PDF is asked for. It gets the site's own files and nothing else, neither
from disk nor from a network.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import unquote

import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

_NOWHERE = "https://site.invalid/"  # stands for the address of a site that has none; RFC 6761: no such host exists
_TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".woff2": "font/woff2"}

Find = Callable[[str], bytes | None]


class _SiteOnly(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Gives the site's own files by their path."""

    def __init__(self, place: str, find: Find) -> None:
        super().__init__(allowed_protocols=())
        self._place, self._find = place, find

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - the library's signature
        path = unquote(url.partition("#")[0].removeprefix(self._place)) if url.startswith(self._place) else ""
        content = self._find(path) if path else None
        if content is None:
            message = f"{url} is no file of this site."
            raise ValueError(message)
        kind = _TYPES.get(posixpath.splitext(path)[1], "application/octet-stream")
        return URLFetcherResponse(url, content, {"Content-Type": kind})


def page_pdf(path: str, base_url: str, find: Find) -> bytes:
    """The PDF of the page at a site path; `find` gives the site's files. Links to pages stay where the site has an address."""
    place = base_url or _NOWHERE
    html = (find(path) or b"").decode()
    fetcher = _SiteOnly(place, find)
    document = weasyprint.HTML(string=html, base_url=place + path, url_fetcher=fetcher).render(pdf_variant="pdf/ua-1")
    if not base_url:
        for page in document.pages:
            page.links = [link for link in page.links if not str(link[1]).startswith(_NOWHERE)]
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return made
