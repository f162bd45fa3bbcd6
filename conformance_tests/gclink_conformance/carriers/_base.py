"""What every carrier does, and the ways in which an adapter can break; none of them is an opinion."""

from __future__ import annotations

from typing import ClassVar, Protocol

from gclink._text import Text

from gclink_conformance.protocol import GarbageError, Message, accept, parse


class AdapterError(Exception):
    """The adapter gave no usable answer. ``code`` names how; ``text`` says it in both languages."""

    code: ClassVar[str] = "error"
    en: ClassVar[str] = "the adapter broke: {0}"
    zh: ClassVar[str] = "适配器出错：{0}"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail

    @property
    def text(self) -> Text:
        """The failure in both languages."""
        return Text(self.en.format(self.detail), self.zh.format(self.detail))

    def __str__(self) -> str:
        return self.text.en


class StartError(AdapterError):
    """The command cannot be started, or nothing listens at the address."""

    code = "start"
    en = "the adapter cannot be started: {0}"
    zh = "无法启动适配器：{0}"


class LateError(AdapterError):
    """No answer within the time allowed. What comes afterwards is never read."""

    code = "late"
    en = "no answer within {0} s"
    zh = "{0} 秒内没有应答"


class DiedError(AdapterError):
    """The adapter ended before it answered."""

    code = "died"
    en = "the adapter ended before it answered ({0})"
    zh = "适配器在应答之前结束（{0}）"


class OtherIdError(AdapterError):
    """The answer is to another request."""

    code = "other-id"
    en = "the answer carries another id than the request: {0}"
    zh = "应答的 id 与请求不同：{0}"


class UnusableError(AdapterError):
    """The answer is no message of the protocol."""

    code = "garbage"
    en = "the answer is not a message of the protocol: {0}"
    zh = "应答不是协议消息：{0}"


class SilentError(AdapterError):
    """A file of answers holds none to this request."""

    code = "silent"
    en = "there is no answer to this request"
    zh = "没有对该请求的应答"


class Carrier(Protocol):
    """One conversation. After an ``AdapterError`` the next message starts a new one, so that nothing late is read."""

    def exchange(self, message: Message, timeout: float) -> Message:
        """Send a message and return its answer, checked for form and id; raises AdapterError."""
        ...

    def close(self) -> None:
        """End the conversation and what was started for it."""
        ...


def checked(message: Message, line: bytes) -> Message:
    """Return the answer a line holds when it is one to the message; raises UnusableError or OtherIdError."""
    try:
        answer = parse(line)
        if answer.get("id") != message["id"]:
            if "id" in answer:
                raise OtherIdError(repr(answer["id"])[:80])
            raise GarbageError("it has no id")
        accept(str(message["op"]), answer)
    except GarbageError as error:
        raise UnusableError(str(error)) from error
    return answer
