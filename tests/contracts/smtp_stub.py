"""A mail server on loopback that answers as it is told."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Stub:
    """`greeting`, `sender`, `recipient` and `data` are its answers; empty means: hang up there."""

    greeting: str = "220 stub ready"
    sender: str = "250 ok"
    recipient: str = "250 ok"
    data: str = "250 2.0.0 taken"
    quit: str = "221 bye"
    port: int = 0
    loop: asyncio.AbstractEventLoop | None = None
    taken: list[str] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._talk(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answers = {"EHLO": "250 stub", "HELO": "250 stub", "MAIL": self.sender, "RCPT": self.recipient}
        answers |= {"RSET": "250 ok", "QUIT": self.quit, "DATA": "354 go on"}
        if not await self._say(writer, self.greeting):
            return
        while line := await reader.readline():
            verb = line[:4].decode("ascii", "replace").upper()
            if not await self._say(writer, answers.get(verb, "500 what?")) or verb == "QUIT":
                return
            if verb == "DATA":
                text = await reader.readuntil(b"\r\n.\r\n")
                if self.data.startswith("250"):
                    self.taken.append(text.removesuffix(b".\r\n").decode())
                if not await self._say(writer, self.data):
                    return

    async def _say(self, writer: asyncio.StreamWriter, answer: str) -> bool:
        if answer:
            writer.write(answer.encode() + b"\r\n")
            await writer.drain()
        return bool(answer)


@contextmanager
def running(**answers: str) -> Iterator[Stub]:
    stub, ready, over = Stub(**answers), threading.Event(), asyncio.Event()

    async def serve() -> None:
        stub.loop = asyncio.get_running_loop()
        server = await asyncio.start_server(stub.serve, "127.0.0.1", 0)
        stub.port = server.sockets[0].getsockname()[1]
        ready.set()
        await over.wait()
        server.close()

    thread = threading.Thread(target=asyncio.run, args=[serve()], daemon=True)
    thread.start()
    assert ready.wait(timeout=5)
    try:
        yield stub
    finally:
        stub.loop.call_soon_threadsafe(over.set)
        thread.join(timeout=5)
