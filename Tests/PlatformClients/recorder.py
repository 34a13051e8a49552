"""An HTTPS proxy on loopback that is every platform at once: it records each request and lets nothing out."""

import dataclasses
import http.server
import json
import socket
import ssl
import subprocess
import threading
import urllib.parse


@dataclasses.dataclass
class Answer:
    status: int
    body: object = b""
    type: str = "application/json"

    def bytes(self):
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclasses.dataclass
class Request:
    method: str
    host: str
    target: str
    headers: dict
    body: bytes

    @property
    def path(self):
        return self.target.partition("?")[0]

    @property
    def query(self):
        return dict(urllib.parse.parse_qsl(self.target.partition("?")[2], keep_blank_values=True))

    @property
    def url(self):
        return f"https://{self.host}{self.target}"

    @property
    def fields(self):
        """What the body says: JSON, or a form, whose nested values are JSON in turn."""
        if not self.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            return json.loads(self.body)
        form = urllib.parse.parse_qsl(self.body.decode(), keep_blank_values=True, strict_parsing=True)
        return {name: json.loads(value) if value[:1] in ("{", "[") else value for name, value in form}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20

    def do_CONNECT(self):
        self.send_response(200)
        self.end_headers()
        self.host = self.path.removesuffix(":443")
        self.request = self.server.tls.wrap_socket(self.request, server_side=True)
        self.setup()
        self.close_connection = False

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.host, self.path, headers, body)
        given = self.server.expected(request)
        self.send_response(given.status)
        self.send_header("Content-Type", given.type)
        self.send_header("Content-Length", str(len(given.bytes())))
        self.end_headers()
        self.wfile.write(given.bytes())

    do_GET = do_POST = do_PUT = answer

    def log_message(self, *_):
        pass


class Recorder(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder, hosts):
        super().__init__(("127.0.0.1", 0), Handler)
        self.tls = certificate(folder, hosts)
        self.address = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def expect(self, answer, prelude):
        """Begins anew. What a client asks before it sends stands in the prelude, by its path, and is not recorded."""
        self.messages, self.usual, self.prelude = [], answer, prelude

    def expected(self, request):
        if request.path in self.prelude:
            return self.prelude[request.path]
        self.messages.append(request)
        return self.usual

    def handle_error(self, request, client_address):
        """A client that hangs up is no matter of ours."""


def certificate(folder, hosts):
    """A certificate for all of these names, and `ca.pem`, the authority that signed it."""
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    authority = ["-subj", "/CN=test authority", "-keyout", "ca.key", "-out", "ca.pem"]
    authority += ["-addext", "keyUsage=critical,keyCertSign"]
    names = ",".join(f"DNS:{host}" for host in sorted(hosts))
    leaf = ["-subj", "/CN=recorder", "-addext", f"subjectAltName={names}"]
    leaf += ["-addext", "basicConstraints=critical,CA:FALSE"]
    leaf += ["-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", "leaf.key", "-out", "leaf.pem"]
    for options in (authority, leaf):
        subprocess.run(["openssl", "req", "-x509", *options, *key], cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "leaf.pem", folder / "leaf.key")
    return context


def stay_on_loopback():
    """No name is looked up in this process, so that a client that passes the proxy by reaches nobody."""
    look_up = socket.getaddrinfo

    def local(host, *rest, **options):
        if host not in ("127.0.0.1", "localhost", None):
            raise OSError(f"{host} was to be looked up, past the proxy")
        return look_up(host, *rest, **options)

    socket.getaddrinfo = local
