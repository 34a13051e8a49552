"""Sends a message to each platform by coachd and by the platform's own client, and compares the two requests.
usage: check.py COACHD"""

import faulthandler
import importlib.metadata
import json
import logging
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback
import types
import warnings

from peers import PEERS
from recorder import Recorder, stay_on_loopback
from shape import differences, explain

COACHD = sys.argv[1]
PAYLOADS = pathlib.Path(__file__).parent.parent / "ChatTests" / "Payloads"
SECRETS = {"url", "token", "key", "password", "secret", "old_secret"}


def write_company(folder):
    lines = ['store = "coachd.db"']
    for peer in PEERS:
        lines += [f"[channels.{peer.name}]", f'type = "{peer.type}"', 'ca_file = "ca.pem"']
        for name, value in peer.settings.items():
            if name in SECRETS:
                file = folder / f"{peer.name}.{name}"
                file.write_text(value)
                file.chmod(0o600)
                lines.append(f'{name} = {{ file = "{file.name}" }}')
            else:
                lines.append(f'{name} = "{value}"')
    (folder / "coachd.toml").write_text("\n".join(lines))


def send_by_coachd(peer, folder):
    arguments = [COACHD, "send-test", peer.name] + (["--to", peer.person] if peer.person else [])
    done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, timeout=30)
    delivered = done.returncode == 0 and f'was taken by "{peer.name}"' in done.stdout
    assert delivered, f"coachd does not find it delivered: {done.stdout}{done.stderr}"


def the_message(recorder, sender):
    assert len(recorder.messages) == 1, f"{sender} sent {len(recorder.messages)} requests: {recorder.messages}"
    return recorder.messages[0]


def bodies(peer, request):
    """What coachd just sent, and the payloads that its own tests keep."""
    files = [PAYLOADS / f"{peer.type}-{kind}.json" for kind in ("agenda", "morning")]
    return [request.fields] + [json.loads(file.read_text()) for file in files]


def compare(peer, recorder, folder):
    """The words of a pass."""
    recorder.expect(peer.answer, peer.prelude)
    send_by_coachd(peer, folder)
    ours = the_message(recorder, "coachd")
    recorder.expect(peer.answer, peer.prelude)
    peer.send(ours, types.SimpleNamespace(**peer.settings, person=peer.person))
    found = differences(ours, the_message(recorder, "the client"))
    unexplained, idle = explain(found, peer.reasons)
    assert not unexplained, "no reason is given for: " + "; ".join(unexplained.values())
    assert not idle, "there is no such difference any more: " + ", ".join(idle)
    words = "the same request but for" if found else "the same request"
    if peer.judge:
        for body in bodies(peer, ours):
            peer.judge(body)
        words = "its models know the message, an agenda and a morning plan; " + words
    return words


def report(peer, version, words):
    print(f"{peer.name:<15} {peer.package} {version}: {words}")
    for name, reason in peer.reasons.items():
        print(f"    {name}: {reason}")


def main(folder):
    recorder = Recorder(folder, {peer.host for peer in PEERS})
    os.environ.update({name: recorder.address for name in ("https_proxy", "HTTPS_PROXY")})
    os.environ.update({name: str(folder / "ca.pem") for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")})
    for name in ("no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY"):
        os.environ.pop(name, None)
    write_company(folder)
    stay_on_loopback()
    passed = failed = skipped = 0
    for peer in PEERS:
        try:
            version = importlib.metadata.version(peer.package)
        except importlib.metadata.PackageNotFoundError:
            print(f"skipped: {peer.name}, for {peer.package} cannot be installed from PyPI here")
            skipped += 1
            continue
        try:
            report(peer, version, compare(peer, recorder, folder))
            passed += 1
        except Exception as error:
            if not isinstance(error, AssertionError):
                traceback.print_exc()
            print(f"{peer.name:<15} {peer.package} {version}: FAILED: {error}")
            failed += 1
    print("not here: email, whose mails Tests/EmailServer reads; console and file, which need no network")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


warnings.simplefilter("ignore")
logging.disable()
# Whoever hangs ends the run.
faulthandler.dump_traceback_later(110, exit=True)
with tempfile.TemporaryDirectory(prefix="coachd-clients-") as name:
    sys.exit(main(pathlib.Path(name)))
