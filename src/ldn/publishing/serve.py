"""``python -m ldn.publishing.serve``: serves the built book on this machine, and on this machine only."""

from __future__ import annotations

import argparse
import functools
import gzip
import io
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from ldn.publishing.build import project_root

ADDRESS = "127.0.0.1"
FIRST_PORT = 8000
_COMPRESSED = {".html", ".css", ".js", ".mjs", ".svg", ".json", ".ipynb"}


class BookHandler(SimpleHTTPRequestHandler):
    """Files with the types browsers insist on, whatever this machine's registry says; never stale."""

    extensions_map = {  # noqa: RUF012 (the base class declares it as an instance attribute)
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".ipynb": "application/x-ipynb+json",
    }

    def send_head(self):
        """Send text compressed, as any host of the book would; the rest as it is."""
        file = Path(self.translate_path(self.path))
        if file.is_dir() and self.path.endswith("/"):
            file = file / "index.html"
        asked = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (asked and file.suffix in _COMPRESSED and file.is_file()):
            return super().send_head()
        content = gzip.compress(file.read_bytes(), compresslevel=6)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args) -> None:
        """Say nothing: a reader has no use for a list of requests."""


class BookServer(ThreadingHTTPServer):
    """Serves one folder on the loopback interface."""

    daemon_threads = True
    # On Windows the default would let two servers share a port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, folder: Path, port: int = 0) -> None:
        super().__init__((ADDRESS, port), functools.partial(BookHandler, directory=str(folder)))

    @property
    def address(self) -> str:
        """Where a browser finds the book."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def handle_error(self, request, client_address) -> None:
        """A browser that closes a connection early is no error; everything else is."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def open_server(folder: Path, port: int | None = None) -> BookServer:
    """A server on the given port, or on the first free one from 8000."""
    if port is not None:
        return BookServer(folder, port)
    for candidate in range(FIRST_PORT, FIRST_PORT + 50):
        try:
            return BookServer(folder, candidate)
        except OSError:
            continue
    return BookServer(folder)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Serve the built book on this machine.")
    parser.add_argument("--port", type=int, help="default: the first free port from 8000")
    options = parser.parse_args(arguments)
    folder = project_root() / "_build" / "html"
    if not (folder / "index.html").is_file():
        print("The book is not built yet: python -m ldn.publishing.build", file=sys.stderr)
        return 1
    with open_server(folder, options.port) as server:
        print(f"The book is at {server.address} (stop with Ctrl+C)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
