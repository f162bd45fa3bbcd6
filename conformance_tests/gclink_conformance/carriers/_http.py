"""The same messages by ``POST {base}/messages``, over one connection that is kept.

The time allowed is for the whole answer, so that one that drips in byte by byte is late too. Redirects are not
followed: the runner talks to the address it was given and to no other.
"""

from __future__ import annotations

import http.client
import ssl
import time
from urllib.parse import urlsplit

import orjson

from gclink_conformance.carriers._base import DiedError, LateError, StartError, UnusableError, checked
from gclink_conformance.protocol import Message

_LONGEST = 64 * 1024 * 1024
_CHUNK = 1 << 16


class HttpCarrier:
    """The adapter as a server that runs already."""

    def __init__(self, base: str) -> None:
        parts = urlsplit(base)
        if not parts.hostname or parts.query or parts.fragment:
            raise StartError(f"{base} is not a base address")
        self._host, self._port, self._secure = parts.hostname, parts.port, parts.scheme == "https"
        self._path = f"{parts.path.rstrip('/')}/messages"
        self._connection: http.client.HTTPConnection | None = None

    def exchange(self, message: Message, timeout: float) -> Message:
        """Post a message and return its answer; raises AdapterError, after which the connection is closed."""
        try:
            return checked(message, self._post(orjson.dumps(message), timeout))
        except Exception:
            self.close()
            raise

    def _post(self, body: bytes, timeout: float) -> bytes:
        deadline = time.monotonic() + timeout
        reused = self._connection is not None
        try:
            return self._once(body, deadline, timeout)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError) as error:
            self.close()
            if not reused:
                raise DiedError(str(error) or "connection closed") from error
        except TimeoutError:
            raise LateError(f"{timeout:g}") from None
        except (OSError, http.client.HTTPException) as error:
            raise DiedError(str(error)) from error
        # A server may close an idle connection at any time; only a fresh one that fails says something about it.
        return self._post(body, max(0.001, deadline - time.monotonic()))

    def _once(self, body: bytes, deadline: float, timeout: float) -> bytes:
        connection = self._connected(timeout)
        connection.request("POST", self._path, body, {"Content-Type": "application/json", "Accept": "application/json"})
        self._hurry(connection, deadline)
        response = connection.getresponse()
        content = bytearray()
        while chunk := response.read1(_CHUNK):
            content += chunk
            if len(content) > _LONGEST:
                raise UnusableError(f"an answer of more than {_LONGEST} bytes")
            self._hurry(connection, deadline)
        cut = bool(response.length)
        response.close()
        if cut:
            raise http.client.IncompleteRead(bytes(content))
        if response.status != http.client.OK:
            raise UnusableError(f"HTTP status {response.status}")
        return bytes(content)

    @staticmethod
    def _hurry(connection: http.client.HTTPConnection, deadline: float) -> None:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if connection.sock is not None:
            connection.sock.settimeout(left)

    def _connected(self, timeout: float) -> http.client.HTTPConnection:
        if self._connection is None:
            if self._secure:
                context = ssl.create_default_context()
                made: http.client.HTTPConnection = http.client.HTTPSConnection(
                    self._host, self._port, timeout=timeout, context=context
                )
            else:
                made = http.client.HTTPConnection(self._host, self._port, timeout=timeout)
            try:
                made.connect()
            except TimeoutError:
                raise
            except OSError as error:
                raise StartError(str(error)) from error
            self._connection = made
        return self._connection

    def close(self) -> None:
        """Close the connection; the server goes on."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
