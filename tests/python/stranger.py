"""Somebody who answers in the server's place: a guest network's login page, a redirect, a proxy at rest, a cut cable."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<html><title>Hotel WiFi</title>Welcome! Please sign in.</html>"


def login_page(answer):
    answer.reply(200, "text/html", PAGE)


def redirect_to_login(answer):
    answer.send_response(302)
    answer.send_header("Location", "/login")
    answer.send_header("Content-Length", "0")
    answer.end_headers()


def login_page_that_calls_itself_json(answer):
    answer.reply(200, "application/json", PAGE)


def proxy_without_a_server(answer):
    answer.reply(502, "text/html", b"<h1>Bad Gateway</h1>")


def somebody_elses_json(answer):
    answer.reply(404, "application/json", b'{"detail": "Not Found"}')


def cut_in_the_middle(answer):
    answer.send_response(200)
    answer.send_header("Content-Type", "application/json")
    answer.send_header("Content-Length", "100000")
    answer.end_headers()
    answer.wfile.write(b'{"v": 1, ')
    answer.wfile.flush()
    answer.close_connection = True


class Stranger:
    """Answers every POST with `behave`; a context manager that is listening inside."""

    def __init__(self, behave):
        class Answer(BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                behave(self)

            def reply(self, status, content_type, body):
                self.send_response(status)
                self.send_header("Content-Type", content_type)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                """Nothing: a test's terminal is not a log."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
