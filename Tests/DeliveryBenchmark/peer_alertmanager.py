"""Alertmanager with a webhook receiver: N alerts, each a group of its own, so each one POST. Prints the seconds from the first alert to the
last POST. usage: peer_alertmanager.py BINARY BASE_URL N"""
import json, os, re, subprocess, sys, tempfile, time, urllib.request

binary, url, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
PORT = 18093


def received():
    status = urllib.request.urlopen(url + "/status").read().decode()
    return int(re.search(r"\n (\d+) (\d+) (\d+)", status).group(3))


with tempfile.TemporaryDirectory() as directory:
    with open(directory + "/config.yml", "w") as file:
        file.write("route: {receiver: hook, group_by: [serial], group_wait: 0s, group_interval: 1h, repeat_interval: 1h}\n"
                   f"receivers: [{{name: hook, webhook_configs: [{{url: '{url}/hook', send_resolved: false}}]}}]\n")
    process = subprocess.Popen(
        [binary, f"--config.file={directory}/config.yml", f"--storage.path={directory}/data",
         f"--web.listen-address=127.0.0.1:{PORT}", "--cluster.listen-address=", "--log.level=error"])
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/-/ready")
                break
            except OSError:
                time.sleep(0.05)
        before, start = received(), time.monotonic()
        for first in range(0, count, 500):
            alerts = [{"labels": {"alertname": "bench", "serial": str(number)}, "annotations": {"text": "x" * 1000}}
                      for number in range(first, min(first + 500, count))]
            urllib.request.urlopen(urllib.request.Request(
                f"http://127.0.0.1:{PORT}/api/v2/alerts", json.dumps(alerts).encode(), {"Content-Type": "application/json"}))
        while (done := received() - before) < count and time.monotonic() - start < 120:
            time.sleep(0.02)
        print(f"{time.monotonic() - start:.3f} {min(done, count)}")
    finally:
        process.terminate()
        process.wait(10)
