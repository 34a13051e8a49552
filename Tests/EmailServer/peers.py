"""What the checks of mail have in common: certificates, a mail server that keeps what it is given, and a running coachd."""

import queue
import signal
import socket
import ssl
import subprocess
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

PATIENCE = 90


def make_certificate(folder):
    """A certificate for localhost, and the authority that signed it."""
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    authority = ["-subj", "/CN=test authority", "-keyout", "ca.key", "-out", "ca.pem"]
    leaf = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE"]
    leaf += ["-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", "leaf.key", "-out", "leaf.pem"]
    for options in (authority, leaf):
        subprocess.run(["openssl", "req", "-x509", *options, *key], cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "leaf.pem", folder / "leaf.key")
    return context


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Mailbox:
    def __init__(self):
        self.mails = queue.Queue()

    async def handle_DATA(self, server, session, envelope):
        self.mails.put((session, envelope))
        return "250 2.0.0 taken"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"coachd" and data.password == b"pass word", handled=False)


def mail_server(mailbox, scheme, port, context):
    tls = {"ssl_context": context} if scheme == "smtps" else {"tls_context": context, "require_starttls": True}
    # With ssl_context aiosmtpd does not know that it is under TLS already, and warns of it.
    asks = {"auth_required": True, "auth_require_tls": scheme == "smtp", "authenticator": authenticate}
    return Controller(mailbox, hostname="127.0.0.1", port=port, server_hostname="localhost", **tls, **asks)


class Serving:
    """`coachd serve`, ended by SIGTERM at the end of the block."""

    def __init__(self, coachd, folder):
        self.log = folder / "log"
        self.process = subprocess.Popen([coachd, "serve"], cwd=folder, stdout=subprocess.DEVNULL, stderr=open(self.log, "w"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(PATIENCE) == 0, self.log.read_text()

    def wait_for(self, words, log=None):
        log = log or self.log
        for _ in range(PATIENCE * 10):
            if words in log.read_text():
                return
            try:
                self.process.wait(0.1)
                break
            except subprocess.TimeoutExpired:
                pass
        sys.exit(f"\"{words}\" was not said:\n{log.read_text()}\n{self.log.read_text()}")
