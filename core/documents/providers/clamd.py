"""ClamAV's daemon over TCP, by its INSTREAM command (clamd manual, "Commands")."""

import socket
from typing import BinaryIO

from core.documents.providers.base import Finding, ScannerUnavailable

PIECE = 1 << 16
SECONDS = 30.0
LONGEST_ANSWER = 4096


class ClamdScanner:
    """Sends the file in pieces and reads one line back. Any doubt is ScannerUnavailable, never "clean"."""

    def __init__(self, address: str, seconds: float = SECONDS) -> None:
        host, _, port = address.rpartition(":")
        self.address = (host, int(port))
        self.seconds = seconds

    def scan(self, file: BinaryIO) -> Finding:
        try:
            answer = self.ask(file)
        except OSError as error:
            raise ScannerUnavailable(f"clamd does not answer: {error}") from error
        return self.read(answer)

    def ask(self, file: BinaryIO) -> bytes:
        with socket.create_connection(self.address, timeout=self.seconds) as connection:
            connection.sendall(b"zINSTREAM\0")
            while piece := file.read(PIECE):
                connection.sendall(len(piece).to_bytes(4, "big") + piece)
            connection.sendall(bytes(4))
            answer = b""
            while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
                part = connection.recv(LONGEST_ANSWER)
                if not part:
                    break
                answer += part
        return answer

    @staticmethod
    def read(answer: bytes) -> Finding:
        """The verdict in an answer such as `stream: OK` or `stream: Eicar-Test-Signature FOUND`."""
        if not answer.endswith(b"\0"):
            raise ScannerUnavailable("clamd broke off its answer")
        text = answer.rstrip(b"\0").decode("ascii", "replace").strip()
        if text == "stream: OK":
            return Finding()
        if text.startswith("stream: ") and text.endswith(" FOUND"):
            return Finding(virus=text.removeprefix("stream: ").removesuffix(" FOUND"))
        raise ScannerUnavailable(f"clamd answered {text[:200]!r}")
