import threading
from urllib.request import urlopen

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
