"""How fast queued messages leave, beside libcurl's own limit, Apprise and Alertmanager, in one run. See run.sh."""
import os, shutil, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
coachd, rounds, count = os.path.abspath(sys.argv[1]), int(sys.argv[2]), 10_000
URL = "http://127.0.0.1:18081"


def timed(command):
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stdout}{done.stderr}")
    return time.monotonic() - start, done.stdout


rates = {"libcurl": [], "coachd": [], "Apprise": [], "Alertmanager": []}
memory = []
with tempfile.TemporaryDirectory(prefix="coachd-bench-") as directory:
    shutil.copy(HERE + "/nginx.conf", directory)
    subprocess.run(["nginx", "-p", directory, "-c", "nginx.conf"], check=True, stderr=subprocess.DEVNULL)
    subprocess.run(["cc", "-O2", HERE + "/limit_curl_multi.c", "-lcurl", "-o", directory + "/limit"], check=True)
    try:
        for number in range(rounds):
            rates["libcurl"].append(count / timed([directory + "/limit", URL + "/", str(count), "16"])[0])
            store = f"{directory}/store-{number}"
            subprocess.run(
                [sys.executable, HERE + "/prepare.py", coachd, store, URL, str(count), "--people", "1000"], check=True)
            seconds, held, delivered, _ = timed([sys.executable, HERE + "/coachd_run.py", coachd, store])[1].split()
            assert int(delivered) == count
            rates["coachd"].append(count / float(seconds))
            memory.append(float(held))
            shutil.rmtree(store)
            apprise = os.environ.get("APPRISE_PYTHON", sys.executable)
            if subprocess.run([apprise, "-c", "import apprise"], stderr=subprocess.DEVNULL).returncode == 0:
                few = timed([apprise, HERE + "/peer_apprise.py", "json://127.0.0.1:18081/", "100"])[0]
                many = timed([apprise, HERE + "/peer_apprise.py", "json://127.0.0.1:18081/", "1100"])[0]
                # Without the start of the interpreter.
                rates["Apprise"].append(1000 / (many - few))
            manager = shutil.which("prometheus-alertmanager")
            if manager:
                out = timed([sys.executable, HERE + "/peer_alertmanager.py", manager, URL, str(count)])[1].split()
                rates["Alertmanager"].append(int(out[1]) / float(out[0]))
    finally:
        subprocess.run(["nginx", "-p", directory, "-c", "nginx.conf", "-s", "stop"], stderr=subprocess.DEVNULL)

ours = statistics.median(rates["coachd"])
print(f"messages a second, median of {rounds} (all: of each round)")
for name, measured in rates.items():
    if not measured:
        print(f"  {name:13} skipped, it is not installed")
        continue
    median = statistics.median(measured)
    ratio = "" if name == "coachd" else f"   coachd is {ours / median:.2f} times that"
    print(f"  {name:13} {median:8.0f}  ({', '.join(f'{rate:.0f}' for rate in measured)}){ratio}")
print(f"  most memory of coachd: {max(memory):.1f} MB")
