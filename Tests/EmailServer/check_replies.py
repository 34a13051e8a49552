"""Runs `coachd serve` against aiosmtpd and dovecot: a rep answers the morning's mail, and coachd hears it. Called by run.sh."""

import contextlib
import email
import email.message
import email.policy
import email.utils
import json
import logging
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import warnings

from peers import PATIENCE, Mailbox, Serving, free_port, mail_server, make_certificate

COACHD = sys.argv[1]


class Dovecot:
    """An IMAP server with one user, ended at the end of the block."""

    def __init__(self, folder, scheme):
        self.folder = folder / "dovecot"
        self.scheme = scheme
        self.port = free_port()
        self.log = self.folder / "log"
        self.maildir = self.folder / "mail"
        self.certificates = folder
        self.count = 0

    def __enter__(self):
        self.folder.mkdir()
        for name in ("new", "cur", "tmp"):
            (self.maildir / name).mkdir(parents=True)
        # Started by root it serves as somebody else, else as who started it.
        is_root = os.geteuid() == 0
        user = "mail" if is_root else subprocess.check_output(["id", "-un"], text=True).strip()
        users = "" if is_root else f"default_internal_user = {user}\ndefault_login_user = {user}\n"
        configuration = self.folder / "dovecot.conf"
        ports = {"imap": 0, "imaps": 0, self.scheme: self.port}
        configuration.write_text(
            f"""{users}base_dir = {self.folder}/run
            state_dir = {self.folder}/run
            log_path = {self.log}
            protocols = imap
            listen = 127.0.0.1
            ssl = required
            ssl_cert = <{self.certificates}/leaf.pem
            ssl_key = <{self.certificates}/leaf.key
            mail_location = maildir:{self.maildir}
            first_valid_uid = 1
            passdb {{
              driver = static
              args = user=coachd password={{PLAIN}}mailbox-password
            }}
            userdb {{
              driver = static
              args = uid={user} gid={user} home={self.folder}
            }}
            service anvil {{
              chroot =
            }}
            service imap-login {{
              chroot =
              inet_listener imap {{
                port = {ports["imap"]}
              }}
              inet_listener imaps {{
                port = {ports["imaps"]}
                ssl = yes
              }}
            }}
            """
        )
        if is_root:
            os.chmod(self.folder.parent, 0o711)
            subprocess.run(["chown", "-R", f"{user}:{user}", self.folder], check=True)
        self.log.touch()
        self.process = subprocess.Popen(["dovecot", "-F", "-c", configuration], stderr=subprocess.DEVNULL)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(PATIENCE)

    def deliver(self, mail):
        self.count += 1
        name = f"{int(time.time())}.{self.count}.test"
        waiting = self.maildir / "tmp" / name
        waiting.write_bytes(mail.as_bytes(policy=email.policy.SMTP))
        shutil.chown(waiting, (self.maildir / "new").owner())
        waiting.rename(self.maildir / "new" / name)

    @property
    def seen(self):
        return [path.name for path in self.maildir.glob("*/*") if "S" in path.name.partition(":2,")[2]]


def make_company(folder, port, scheme, inbox, password):
    for name, text in {"smtp.password": "pass word", "imap.password": password}.items():
        (folder / name).write_text(text)
        (folder / name).chmod(0o600)
    (folder / "coachd.toml").write_text(
        f"""store = "coachd.db"
        [work]
        days = "mon-sun"
        hours = "00:00-24:00"
        [nudges]
        morning = "00:00"
        afternoon = "23:58"
        late_until = "23:59:59"
        [channels.mail]
        type = "email"
        server = "{scheme}://localhost:{port}"
        from = "coachd@example.com"
        user = "coachd"
        password = {{ file = "smtp.password" }}
        tls = "required"
        ca_file = "ca.pem"
        replies = true
        imap = "{inbox.scheme}://localhost:{inbox.port}"
        imap_user = "coachd"
        imap_password = {{ file = "imap.password" }}
        [routes]
        rep = "mail"
        """
    )
    (folder / "teams.csv").write_text("name\nTeam North\n")
    (folder / "people.csv").write_text("email,name,role,team\nana@example.com,Ana Reis,rep,Team North\n")
    (folder / "accounts.csv").write_text("external_id,rep,name,selected_on\nacme,ana@example.com,Acme,2024-01-08\n")
    files = ["teams.csv", "people.csv", "accounts.csv"]
    subprocess.run([COACHD, "import", *files], cwd=folder, check=True, capture_output=True)


def answer(original, text, sender="Ana Reis <ana@example.com>", **fields):
    """An answer as mail programs write it, with the mail below."""
    mail = email.message.EmailMessage()
    mail["From"] = sender
    mail["To"] = "coachd@example.com"
    mail["Subject"] = "Re: " + original["Subject"]
    mail["Message-ID"] = email.utils.make_msgid(domain="mail.example.com")
    mail["In-Reply-To"] = original["Message-ID"]
    mail["References"] = original["Message-ID"]
    for name, value in fields.items():
        del mail[name.replace("_", "-")]
        if value:
            mail[name.replace("_", "-")] = value
    quoted = "".join(f"> {line}\n" for line in original.get_body(("plain",)).get_content().splitlines())
    mail.set_content(f"{text}\n\nOn Tue, 24 Nov 2026 at 09:00, coachd <coachd@example.com> wrote:\n\n{quoted}")
    mail.add_alternative(f"<p>{text}</p><blockquote>quoted</blockquote>", subtype="html")
    return mail


def replies(folder):
    """What coachd says it heard, the latest first."""
    said = subprocess.run([COACHD, "replies", "--json"], cwd=folder, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in said.splitlines()]


@contextlib.contextmanager
def company(scheme, password="mailbox-password"):
    with tempfile.TemporaryDirectory(prefix="coachd-replies-") as name:
        folder = pathlib.Path(name)
        context = make_certificate(folder)
        mailbox = Mailbox()
        smtp, port = {"imaps": "smtps", "imap": "smtp"}[scheme], free_port()
        server = mail_server(mailbox, smtp, port, context)
        server.start()
        try:
            with Dovecot(folder, scheme) as inbox:
                make_company(folder, port, smtp, inbox, password)
                yield folder, mailbox, inbox
        finally:
            server.stop()


def next_mail(mailbox):
    _, envelope = mailbox.mails.get(timeout=PATIENCE)
    assert envelope.rcpt_tos == ["ana@example.com"], envelope.rcpt_tos
    return email.message_from_bytes(envelope.content, policy=email.policy.default)


def heard(scheme):
    with company(scheme) as (folder, mailbox, inbox):
        stale = email.message.EmailMessage()
        stale["From"] = "ana@example.com"
        stale.set_content("undo")
        inbox.deliver(stale)
        with Serving(COACHD, folder) as coachd:
            morning = next_mail(mailbox)
            # What is there before the first look is not for coachd.
            coachd.wait_for("Logged out", inbox.log)
            own = answer(morning, "plan")
            inbox.deliver(answer(morning, "undo", Auto_Submitted="auto-replied"))
            inbox.deliver(answer(morning, "undo", In_Reply_To=None, References=None))
            inbox.deliver(answer(morning, "undo", sender="mallory@evil.example"))
            inbox.deliver(answer(morning, "undo", Return_Path="<>"))
            inbox.deliver(own)
            inbox.deliver(own)
            back = next_mail(mailbox)
            assert back["In-Reply-To"] == own["Message-ID"] and back["Subject"] == own["Subject"], back.as_string()
            assert back["Auto-Submitted"] == "auto-replied"
            again = answer(back, "called Acme: the audit first")
            inbox.deliver(again)
            noted = next_mail(mailbox)
            assert noted["In-Reply-To"] == again["Message-ID"] and "Acme" in noted.get_body(("plain",)).get_content()
            coachd.wait_for("mallory@evil.example")
        assert mailbox.mails.empty()
        acts = [line["acts"] for line in replies(folder)]
        assert acts == [1, 0], acts
        assert not inbox.seen, inbox.seen
        assert "mailbox-password" not in coachd.log.read_text()
    print(f"{scheme}: the answers were heard and answered, once, and no mail was marked as read")


def denied():
    with company("imaps", password="hunter2-hunter2") as (folder, mailbox, inbox):
        with Serving(COACHD, folder) as coachd:
            coachd.wait_for("does not let coachd into INBOX")
            assert subprocess.run([COACHD, "status"], cwd=folder, capture_output=True).returncode == 1
        assert "hunter2" not in coachd.log.read_text()
    print("imaps, a wrong password: told, with what to do")


warnings.simplefilter("ignore")
logging.disable()
for scheme in ("imap", "imaps"):
    heard(scheme)
denied()
