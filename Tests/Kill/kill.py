"""Kills the daemon with SIGKILL at random moments, again and again, while a server counts what arrives.

usage: kill.py COACHD KILLS [SEED]   Half of the kills with signed webhooks, half with a platform that recognises no repeat."""
import contextlib, os, random, signal, sqlite3, subprocess, sys, tempfile, time

import counting_server
from counting_server import CountingServer

coachd, kills = os.path.abspath(sys.argv[1]), int(sys.argv[2])
seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
random.seed(seed)
PEOPLE, CHANNELS = 100, 2


def serve(directory):
    with open(os.path.join(directory, "log"), "a") as log:
        return subprocess.Popen([coachd, "serve"], cwd=directory, stdout=subprocess.DEVNULL, stderr=log)


def waiting(directory):
    with contextlib.closing(sqlite3.connect(f"file:{directory}/coachd.db?mode=ro", uri=True, timeout=10)) as store:
        return store.execute("SELECT count(*) FROM outbox WHERE ended_at IS NULL").fetchone()[0]


def run(kind, kills):
    # As many as it takes until something is in flight at nearly every kill.
    messages = 25 * kills if kind == "webhook" else 15 * kills
    with tempfile.TemporaryDirectory(prefix="coachd-kill-") as directory:
        server = CountingServer(delay=0.05 if kind == "webhook" else 0.02)
        counting_server.prepare(coachd, directory, server.url, messages, kind, PEOPLE, CHANNELS)
        struck = 0
        for _ in range(kills):
            daemon = serve(directory)
            before = len(server.received)
            # Now and then while it starts, mostly while it sends.
            if random.random() < 0.8:
                while len(server.received) == before and daemon.poll() is None and waiting(directory):
                    time.sleep(0.002)
                struck += 1
            time.sleep(random.uniform(0, 0.15))
            if daemon.poll() is not None:
                sys.exit(f"the daemon ended by itself:\n{open(directory + '/log').read()[-3000:]}")
            daemon.send_signal(signal.SIGKILL)
            daemon.wait()
        left = waiting(directory)
        server.delay = 0
        daemon, start = serve(directory), time.monotonic()
        while waiting(directory) and time.monotonic() - start < 300:
            time.sleep(0.02)
        daemon.terminate()
        daemon.wait(30)
        found, repeats = counting_server.problems(directory, server, kind, messages, PEOPLE, kills)
        print(f"{kind}: {kills} kills ({struck} while sending, {left} of {messages} messages left at the last), "
              f"{len(server.received)} arrived, {repeats} of them repeats"
              f"{' under their id, the same bytes' if kind == 'webhook' else ', each marked'}")
        return found


found = run("webhook", kills - kills // 2) + run("mattermost", kills // 2)
for sentence in found[:20]:
    print(f"  not so: {sentence}")
print(f"seed {seed}")
sys.exit(1 if found else 0)
