"""Runs `coachd serve` against aiosmtpd and judges the mail that arrives. Called by run.sh."""

import email
import email.policy
import logging
import pathlib
import subprocess
import sys
import tempfile
import warnings

from peers import PATIENCE, Mailbox, Serving, free_port, mail_server, make_certificate

COACHD = sys.argv[1]


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
        port = free_port()
        server = mail_server(mailbox, scheme, port, context)
        server.start()
        try:
            make_company(folder, scheme, port, password)
            with Serving(COACHD, folder) as coachd:
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
