"""Runs `coachd serve` in a prepared directory until nothing waits any more. Prints the seconds from the first message that left to the last
recorded outcome, and the most memory that it held, in MB. usage: coachd_run.py COACHD DIRECTORY"""
import os, signal, sqlite3, subprocess, sys, time

os.chdir(sys.argv[2])
start = time.monotonic()
daemon = subprocess.Popen([sys.argv[1], "serve"], stdout=subprocess.DEVNULL, stderr=open("log", "w"))
WAITING = "SELECT 1 FROM outbox WHERE id = 1 AND state = 'queued'"
OPEN = "SELECT 1 FROM outbox WHERE ended_at IS NULL LIMIT 1"
store = sqlite3.connect("file:coachd.db?mode=ro", uri=True, timeout=10)
first = None
while store.execute(OPEN).fetchone():
    if first is None and not store.execute(WAITING).fetchone():
        first = time.monotonic()
    if daemon.poll() is not None or time.monotonic() - start > 300:
        sys.exit("coachd did not deliver: " + open("log").read()[-2000:])
    time.sleep(0.005)
seconds = time.monotonic() - first
with open(f"/proc/{daemon.pid}/status") as status:
    memory = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
daemon.send_signal(signal.SIGTERM)
daemon.wait(30)
delivered = store.execute("SELECT count(*) FROM outbox WHERE state = 'delivered'").fetchone()[0]
attempts = store.execute("SELECT count(*) FROM attempt").fetchone()[0]
print(f"{seconds:.3f} {memory:.1f} {delivered} {attempts}")
