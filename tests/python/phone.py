"""A phone: the real core with a folder of its own, and what an app brings to it.

The three classes at the top are what an app implements in its own language; the tests switch them on and off.
"""

import asyncio
import gc
import urllib.error
import urllib.request
from pathlib import Path

import alongside

DEADLINE_MS = 30_000


class Keys(alongside.KeyStore):
    """A key store that keeps the key in memory."""

    def __init__(self, key=None):
        self.key = key

    def load(self):
        return self.key

    def save(self, key):
        self.key = key


class Line(alongside.SyncTransport):
    """The platform's network stack, with an aeroplane-mode switch."""

    def __init__(self):
        self.on = True
        self.detour = None

    async def send(self, request):
        if not self.on:
            raise alongside.SyncTransportError.Unreachable()
        return await asyncio.to_thread(post, request, self.detour)


class Heard(alongside.ChangeListener):
    """Keeps what it heard."""

    def __init__(self):
        self.changes = []

    def changed(self, change):
        self.changes.append(change)


class Phone:
    """A phone in somebody's hand. `core` is what an app's screens talk to."""

    def __init__(self, folder: Path, line=None):
        self.folder = folder
        self.keys = Keys()
        self.line = line
        self.heard = Heard()
        self.core = None
        self.start()

    def start(self):
        """The app starts."""
        self.core = alongside.Companion(str(self.folder), self.keys, self.line, self.heard)

    def stop(self):
        """The app is gone, without a chance to say goodbye."""
        self.core = None
        gc.collect()

    def enrol(self, url: str, code: str):
        return asyncio.run(self.core.enrol(url, code, "python"))

    def synchronise(self, deadline_ms: int = DEADLINE_MS):
        return asyncio.run(self.core.synchronise(deadline_ms))

    def files(self) -> dict[str, bytes]:
        """Every file of the phone's folder."""
        return {path.name: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """A token never goes to another address."""

    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirects, urllib.request.ProxyHandler({}))


def post(request, detour=None):
    """Carries one request as the transport's contract says; `detour` is an address that answers in the server's place."""
    url = request.url if detour is None else detour
    asked = urllib.request.Request(url, data=request.body, headers=request.headers, method="POST")
    try:
        with OPENER.open(asked, timeout=request.within_ms / 1000) as answered:
            return reply(answered.status, answered)
    except urllib.error.HTTPError as refused:
        with refused:
            return reply(refused.code, refused)
    except urllib.error.URLError:
        raise alongside.SyncTransportError.Unreachable() from None


def reply(status, answered):
    retry_after = answered.headers.get("Retry-After")
    return alongside.HttpReply(
        status=status,
        content_type=answered.headers.get("Content-Type", ""),
        encoding=answered.headers.get("Content-Encoding"),
        retry_after=None if retry_after is None else int(retry_after),
        body=answered.read(),
    )
