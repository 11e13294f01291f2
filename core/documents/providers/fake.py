"""A scanner that knows one virus: the test string that every real scanner finds as well."""

from typing import BinaryIO

from core.documents.providers.base import Finding, ScannerUnavailable

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
NAME = "Eicar-Test-Signature"
PIECE = 1 << 16


class EicarScanner:
    """Finds the EICAR string anywhere in the file. `out_of_order` makes it fail until it is unset."""

    out_of_order = False

    def scan(self, file: BinaryIO) -> Finding:
        if self.out_of_order:
            raise ScannerUnavailable("the scanner was told to fail")
        held = b""
        while piece := file.read(PIECE):
            if EICAR in held + piece:
                return Finding(virus=NAME)
            held = piece[-len(EICAR) :]
        return Finding()
