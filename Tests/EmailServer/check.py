"""Runs `coachd serve` against aiosmtpd and judges the mail that arrives. Called by run.sh."""

import email
import email.policy
import logging
import pathlib
import queue
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import warnings

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

COACHD = sys.argv[1]
PATIENCE = 60


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


def make_company(folder, scheme, port, password):
    (folder / "mail.password").write_text(password)
    (folder / "mail.password").chmod(0o600)
    (folder / "coachd.toml").write_text(
        f"""store = "coachd.db"
        [work]
        days = "mon-sun"
        hours = "00:00-24:00"
        [huddle]
        at = "00:00"
        late_until = "23:59:59"
        [channels.mail]
        type = "email"
        server = "{scheme}://localhost:{port}"
        from = "coachd@example.com"
        user = "coachd"
        password = {{ file = "mail.password" }}
        tls = "required"
        unsubscribe = "no-more@example.com"
        ca_file = "ca.pem"
        [routes]
        leader = "mail"
        """
    )
    (folder / "teams.csv").write_text("name,leader\nTeam Nørth 🚚,mara@example.com\n")
    (folder / "people.csv").write_text(
        "email,name,role,team\n"
        'mara@example.com,"Holt, Märä (boss)",leader,Team Nørth 🚚\n'
        "ana@example.com,Ana Reis,rep,Team Nørth 🚚\n"
    )
    (folder / "accounts.csv").write_text(
        "external_id,rep,name,selected_on\nacme,ana@example.com,<b>Acme & 東京</b>,2024-01-08\n"
    )
    files = ["teams.csv", "people.csv", "accounts.csv"]
    subprocess.run([COACHD, "import", *files], cwd=folder, check=True, capture_output=True)


class Serving:
    """`coachd serve`, ended by SIGTERM at the end of the block."""

    def __init__(self, folder):
        self.log = folder / "log"
        self.process = subprocess.Popen([COACHD, "serve"], cwd=folder, stdout=subprocess.DEVNULL, stderr=open(self.log, "w"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(PATIENCE) == 0, self.log.read_text()

    def wait_for(self, words):
        for _ in range(PATIENCE * 10):
            if words in self.log.read_text():
                return
            try:
                self.process.wait(0.1)
                break
            except subprocess.TimeoutExpired:
                pass
        sys.exit(f"\"{words}\" was not said:\n{self.log.read_text()}")


def judge(envelope):
    assert envelope.mail_from == "coachd@example.com" and envelope.rcpt_tos == ["mara@example.com"]
    mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
    defects = [str(defect) for part in mail.walk() for defect in part.defects]
    assert not defects, defects
    to = mail["To"].addresses[0]
    assert (to.display_name, to.addr_spec) == ("Holt, Märä (boss)", "mara@example.com"), to
    assert mail["From"].addresses[0].addr_spec == "coachd@example.com"
    assert "Team Nørth 🚚" in mail["Subject"], mail["Subject"]
    assert mail["Message-ID"].endswith("@example.com>") and mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe"] == "<mailto:no-more@example.com>"
    text = mail.get_body(("plain",)).get_content()
    html = mail.get_body(("html",)).get_content()
    assert "<b>Acme & 東京</b>" in text, text
    assert "&lt;b&gt;Acme &amp; 東京&lt;/b&gt;" in html and "<b>Acme" not in html, html
    assert all(len(line) <= 78 for line in envelope.content.split(b"\r\n"))


def run(scheme, password):
    with tempfile.TemporaryDirectory(prefix="coachd-mail-") as name:
        folder = pathlib.Path(name)
        context = make_certificate(folder)
        mailbox = Mailbox()
        tls = {"ssl_context": context} if scheme == "smtps" else {"tls_context": context, "require_starttls": True}
        # With ssl_context aiosmtpd does not know that it is under TLS already, and warns of it.
        asks = {"auth_required": True, "auth_require_tls": scheme == "smtp", "authenticator": authenticate}
        port = free_port()
        server = Controller(mailbox, hostname="127.0.0.1", port=port, server_hostname="localhost", **tls, **asks)
        server.start()
        try:
            make_company(folder, scheme, port, password)
            with Serving(folder) as coachd:
                if password == "pass word":
                    session, envelope = mailbox.mails.get(timeout=PATIENCE)
                    assert session.ssl or scheme == "smtps", "the mail came without TLS"
                    judge(envelope)
                else:
                    coachd.wait_for("check user and password")
            assert mailbox.mails.empty()
            assert password not in coachd.log.read_text()
        finally:
            server.stop()
    print(f"{scheme}, {'the right' if password == 'pass word' else 'a wrong'} password: as it should be")


warnings.simplefilter("ignore")
logging.disable()
for scheme in ("smtp", "smtps"):
    for password in ("pass word", "hunter2"):
        run(scheme, password)
