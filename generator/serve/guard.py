"""Who may ask: this machine's own browser, at the address that was printed, from a page of this very server.

A page of another site can make a browser ask here (and, by rebinding its name, even under a name of its own). It gets nothing.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Mapping


def is_own_host(host: str, port: int, local: str, names: Iterable[str]) -> bool:
    """Whether a Host header names this server: the address that the connection came in at, or a name it was given.

    A rebound name of an attacker's is a name, never an address; so addresses need only be our own.
    """
    name, asked_port = _split(host)
    if asked_port != port:
        return False
    if name in names:
        return True
    try:
        asked, own = ipaddress.ip_address(name.strip("[]")), ipaddress.ip_address(local)
    except ValueError:
        return name == "localhost" and _is_loopback(local)
    return asked == own or (asked.is_loopback and own.is_loopback)


def is_own_request(headers: Mapping[str, str], origin: str, stream: bool) -> bool:
    """Whether a request comes from a page of this server, from the address bar, or from no browser at all.

    A link from elsewhere may lead to a page, but never to the stream of events.
    """
    if "origin" in headers and headers["origin"] != origin:
        return False
    site = headers.get("sec-fetch-site", "none")
    if site in ("same-origin", "none"):
        return True
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document" and not stream


def _split(host: str) -> tuple[str, int]:
    """Name and port of a Host header, in lower case; port 80 where none is given, 0 for nonsense."""
    name, colon, port = host.lower().rpartition(":")
    if not colon or port.endswith("]"):
        return host.lower(), 80
    return name, int(port) if port.isascii() and port.isdecimal() and len(port) < 6 else 0


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
