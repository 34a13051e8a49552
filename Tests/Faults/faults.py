"""Runs the daemon while system calls fail under it, and on a disk that is full for a while.

usage: faults.py COACHD   The daemon may stay up or end with a clear reason; afterwards the store is sound and every message arrives."""
import contextlib, os, shutil, signal, sqlite3, subprocess, sys, tempfile, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Kill"))
import counting_server
from counting_server import CountingServer

coachd = os.path.abspath(sys.argv[1])
MESSAGES, PEOPLE, CHANNELS = 400, 50, 2
# What fails, and how many of the calls: after the first ones each so-manieth.
FAULTS = [
    "fsync,fdatasync:error=EIO:when=2+3", "fsync,fdatasync:error=ENOSPC:when=1+2", "pwrite64:error=EIO:when=40+25",
    "pwrite64:error=ENOSPC:when=30+10", "connect:error=ECONNREFUSED:when=1+2", "connect:error=ENETUNREACH:when=2+2",
    "recvfrom:error=ECONNRESET:when=3+4", "recvfrom:error=ETIMEDOUT:when=2+5", "sendto:error=EPIPE:when=2+3",
]


def open_rows(directory):
    with contextlib.closing(sqlite3.connect(f"file:{directory}/coachd.db?mode=ro", uri=True, timeout=10)) as store:
        return store.execute("SELECT count(*) FROM outbox WHERE ended_at IS NULL").fetchone()[0]


def finish(directory, server):
    """A healthy run until nothing waits; retries are let go at once, so that nobody waits for them here."""
    with open(directory + "/log", "a") as log:
        daemon = subprocess.Popen([coachd, "serve"], cwd=directory, stdout=subprocess.DEVNULL, stderr=log)
    start = time.monotonic()
    while open_rows(directory) and time.monotonic() - start < 60:
        for channel in range(CHANNELS):
            subprocess.run([coachd, "outbox", "retry", "--channel", f"channel-{channel}"], cwd=directory,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.2)
    daemon.terminate()
    daemon.wait(30)
    return counting_server.problems(directory, server, "webhook", MESSAGES, PEOPLE, 10_000)[0]


def with_fault(fault):
    with tempfile.TemporaryDirectory(prefix="coachd-fault-") as directory:
        server = CountingServer(delay=0.002)
        counting_server.prepare(coachd, directory, server.url, MESSAGES, "webhook", PEOPLE, CHANNELS)
        with open(directory + "/log", "w") as log:
            daemon = subprocess.Popen(
                ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={fault.split(':')[0]}", "-e", f"inject={fault}",
                 coachd, "serve"], cwd=directory, stdout=subprocess.DEVNULL, stderr=log)
        start = time.monotonic()
        while time.monotonic() - start < 4 and daemon.poll() is None and open_rows(directory):
            time.sleep(0.05)
        ended = daemon.poll()
        found = []
        if ended is None:
            how = "stayed up"
            # strace is the parent; the daemon itself is told.
            child = int(open(f"/proc/{daemon.pid}/task/{daemon.pid}/children").read().split()[0])
            os.kill(child, signal.SIGTERM)
            try:
                daemon.wait(20)
            except subprocess.TimeoutExpired:
                os.kill(child, signal.SIGKILL)
                daemon.wait()
                found.append("it did not end on SIGTERM")
        else:
            log = open(directory + "/log").read()
            how = f"ended with {ended}: {log.strip().splitlines()[-1][:100] if log.strip() else 'no word'}"
            if ended < 0 or ended > 128 or not log.strip():
                found.append("it ended without a clear reason")
        found += finish(directory, server)
        return how, found


def with_full_disk():
    directory = tempfile.mkdtemp(prefix="coachd-full-")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", directory], stderr=subprocess.DEVNULL)
    if mounted.returncode:
        os.rmdir(directory)
        return None, []
    try:
        server = CountingServer(delay=0.2)
        counting_server.prepare(coachd, directory, server.url, MESSAGES, "webhook", PEOPLE, CHANNELS)
        log_path = tempfile.mktemp(prefix="coachd-log-")
        with open(log_path, "w") as log:
            daemon = subprocess.Popen([coachd, "serve"], cwd=directory, stdout=subprocess.DEVNULL, stderr=log)
        while not server.received and daemon.poll() is None:
            time.sleep(0.01)
        with open(directory + "/filler", "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"x" * 4096)
            except OSError:
                pass
        time.sleep(2)
        found = [] if daemon.poll() is None else [f"it ended on a full disk: {open(log_path).read()[-300:]}"]
        if not open_rows(directory):
            found.append("the disk was full too late to matter")
        os.remove(directory + "/filler")
        start = time.monotonic()
        while open_rows(directory) and time.monotonic() - start < 30:
            time.sleep(0.1)
        log = open(log_path).read()
        complaints = log.count("full")
        if daemon.poll() is None:
            daemon.terminate()
            daemon.wait(20)
        os.remove(log_path)
        if complaints > 2:
            found.append(f"it complained {complaints} times")
        found += counting_server.problems(directory, server, "webhook", MESSAGES, PEOPLE, 10_000)[0]
        return f"stayed up, said so {complaints} times, went on by itself", found
    finally:
        subprocess.run(["umount", directory])
        shutil.rmtree(directory, ignore_errors=True)


failed = False
cases = [(fault, lambda fault=fault: with_fault(fault)) for fault in FAULTS] + [("a full disk", with_full_disk)]
for name, case in cases:
    if name != "a full disk" and not shutil.which("strace"):
        print(f"{name}: skipped, strace is not installed")
        continue
    how, found = case()
    print(f"{name}: {how or 'skipped, a file system cannot be mounted here'}")
    for sentence in found[:5]:
        failed = True
        print(f"  not so: {sentence}")
sys.exit(1 if failed else 0)
