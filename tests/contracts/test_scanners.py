"""What every scanner must do, asked of the stand-in and of the client of clamd, which talks to a clamd of ours."""

import io
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from django.test import override_settings

from core.documents import providers
from core.documents.providers.base import Scanner, ScannerUnavailable
from core.documents.providers.clamd import ClamdScanner
from core.documents.providers.fake import EICAR, EicarScanner

MOST = 1024 * 1024
Answer = Callable[[bytes], bytes]


def verdict(content: bytes) -> bytes:
    """What clamd says of a file."""
    return b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"


class Clamd(socketserver.ThreadingTCPServer):
    """The INSTREAM command as clamd's manual states it, with the size limit of its default settings."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.answer = answer
        self.received: list[bytes] = []

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


class Session(socketserver.StreamRequestHandler):
    server: Clamd

    def handle(self) -> None:
        command = self.rfile.read(len(b"zINSTREAM\0"))
        if command != b"zINSTREAM\0":
            self.wfile.write(b"UNKNOWN COMMAND\0")
            return
        content = b""
        while length := int.from_bytes(self.rfile.read(4), "big"):
            content += self.rfile.read(length)
            if len(content) > MOST:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.server.received.append(content)
        self.wfile.write(self.server.answer(content))


@pytest.fixture
def clamd() -> Iterator[Callable[[Answer], Clamd]]:
    servers: list[Clamd] = []

    def start(answer: Answer) -> Clamd:
        server = Clamd(answer)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(params=["fake", "clamd"])
def scanner(request, clamd) -> Scanner:
    return EicarScanner() if request.param == "fake" else ClamdScanner(clamd(verdict).address, seconds=5)


@pytest.mark.parametrize("content", [b"", b"a gas safety record", bytes(200_000), EICAR[:-1]])
def test_what_is_clean_is_clean(scanner, content):
    finding = scanner.scan(io.BytesIO(content))
    assert finding.is_clean
    assert finding.virus == ""


@pytest.mark.parametrize("before", [0, 1, 65_536 - 20, 65_536, 200_000])
def test_a_virus_is_found_wherever_it_stands(scanner, before):
    finding = scanner.scan(io.BytesIO(bytes(before) + EICAR + bytes(500)))
    assert not finding.is_clean
    assert finding.virus == "Eicar-Test-Signature"


def test_a_scanner_can_be_asked_again(scanner):
    assert scanner.scan(io.BytesIO(b"one")).is_clean
    assert not scanner.scan(io.BytesIO(EICAR)).is_clean
    assert scanner.scan(io.BytesIO(b"two")).is_clean


def test_the_stand_in_can_be_told_to_fail():
    scanner = EicarScanner()
    scanner.out_of_order = True
    with pytest.raises(ScannerUnavailable):
        scanner.scan(io.BytesIO(b"x"))


def test_clamd_gets_the_file_as_it_is(clamd):
    server = clamd(verdict)
    content = bytes(range(256)) * 1000
    ClamdScanner(server.address, seconds=5).scan(io.BytesIO(content))
    assert server.received == [content]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"stream: OK",
        b"stream: ",
        b"\0",
        b"ERROR\0",
        b"stream: lstat() failed. ERROR\0",
        b"UNKNOWN COMMAND\0",
        b"HTTP/1.1 200 OK\r\n\r\n\0",
        b"\xff\xfe\0",
        b"stream: OK or is it\0",
        b"x" * 10_000,
    ],
    ids=lambda answer: ascii(answer[:20]),
)
def test_any_other_answer_is_no_verdict(clamd, answer):
    with pytest.raises(ScannerUnavailable):
        ClamdScanner(clamd(lambda _: answer).address, seconds=5).scan(io.BytesIO(b"x"))


def test_a_file_over_clamd_s_own_limit_is_no_verdict(clamd):
    with pytest.raises(ScannerUnavailable):
        ClamdScanner(clamd(verdict).address, seconds=5).scan(io.BytesIO(bytes(MOST + 100_000)))


def test_nobody_listening_is_no_verdict():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ScannerUnavailable):
        ClamdScanner(f"127.0.0.1:{port}", seconds=5).scan(io.BytesIO(b"x"))


def test_a_scanner_that_hangs_is_given_up(clamd):
    server = clamd(lambda _: time.sleep(1) or b"stream: OK\0")
    started = time.perf_counter()
    with pytest.raises(ScannerUnavailable):
        ClamdScanner(server.address, seconds=0.1).scan(io.BytesIO(b"x"))
    assert time.perf_counter() - started < 0.9


def test_the_settings_choose():
    with override_settings(SCANNER="eicar"):
        assert isinstance(providers.chosen(), EicarScanner)
    with override_settings(SCANNER="clamd", CLAMD_ADDRESS="scanner.example.com:3310"):
        chosen = providers.chosen()
    assert isinstance(chosen, ClamdScanner)
    assert chosen.address == ("scanner.example.com", 3310)
