import gzip
import threading
from urllib.request import Request, urlopen

from ldn.publishing.serve import ADDRESS, BookServer, open_server


def served(server: BookServer):
    threading.Thread(target=server.serve_forever, daemon=True).start()


def test_modules_come_as_javascript_and_only_to_this_machine(tmp_path):
    (tmp_path / "host.mjs").write_text("export {};")
    with BookServer(tmp_path) as server:
        served(server)
        assert server.server_address[0] == ADDRESS == "127.0.0.1"
        with urlopen(f"{server.address}host.mjs") as answer:
            assert answer.headers["Content-Type"] == "text/javascript"
            assert answer.headers["Cache-Control"] == "no-cache"
        server.shutdown()


def test_a_taken_port_is_passed_over(tmp_path):
    with open_server(tmp_path) as first, open_server(tmp_path) as second:
        assert first.server_port != second.server_port


def test_text_is_compressed_for_who_asks(tmp_path):
    text = "<p>occupancy</p>" * 100
    (tmp_path / "index.html").write_text(text)
    with BookServer(tmp_path) as server:
        served(server)
        with urlopen(Request(server.address, headers={"Accept-Encoding": "gzip"})) as answer:
            content = answer.read()
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Content-Type"].startswith("text/html")
        assert len(content) < len(text)
        assert gzip.decompress(content).decode() == text
        with urlopen(server.address) as answer:
            assert answer.read().decode() == text
        server.shutdown()
