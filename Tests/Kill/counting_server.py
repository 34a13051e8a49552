"""A receiver that takes every POST and remembers what it got, and the checks of what a run of coachd promises.

Messages are those of DeliveryBenchmark/prepare.py, whose text names their serial number."""
import asyncio, contextlib, hashlib, os, random, re, sqlite3, subprocess, sys, threading

HERE = os.path.dirname(os.path.abspath(__file__))
PREPARE = os.path.join(HERE, "..", "DeliveryBenchmark", "prepare.py")


class CountingServer:
    """Listens on a free port of 127.0.0.1. Each answer waits up to `delay` seconds."""

    def __init__(self, answer=b"ok", delay=0.0):
        self.answer, self.delay = answer, delay
        self.received = []  # (channel, serial, id or None, hash of the body, marked as a possible repeat)
        ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._serve(ready)), daemon=True).start()
        ready.wait()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    async def _serve(self, ready):
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await server.serve_forever()

    async def _connection(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                body = await reader.readexactly(int(re.search(r"(?i)content-length: (\d+)", head).group(1)))
                # The whole request is there: it counts, whether or not anybody waits for the answer.
                self._record(head, body)
                if self.delay:
                    await asyncio.sleep(random.uniform(0, self.delay))
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(self.answer), self.answer))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _record(self, head, body):
        channel = re.search(r"POST /(\S+)", head).group(1)
        serial = int(re.search(rb"Good morning Rep (\d+)", body).group(1))
        known = re.search(r"(?i)webhook-id: (\S+)", head)
        self.received.append((
            channel, serial, known and known.group(1), hashlib.sha256(body).hexdigest(), b"may be a repeat" in body))


def prepare(coachd, directory, url, messages, kind, people=100, channels=2):
    subprocess.run(
        [sys.executable, PREPARE, coachd, directory, url, str(messages), "--people", str(people), "--channels",
         str(channels), "--type", kind], check=True)


def problems(directory, server, kind, messages, people, ends_per_channel):
    """What was promised and is not so, as sentences; empty when all is well."""
    found = []
    with contextlib.closing(sqlite3.connect(os.path.join(directory, "coachd.db"))) as store:
        check = store.execute("PRAGMA integrity_check").fetchall()
        if check != [("ok",)]:
            found.append(f"the store is damaged: {check[:3]}")
        for state, count in store.execute("SELECT state, count(*) FROM outbox WHERE state <> 'delivered' GROUP BY 1"):
            found.append(f"{count} messages are {state}")
    arrivals = {}
    for entry in server.received:
        arrivals.setdefault(entry[1], []).append(entry)
    lost = [serial for serial in range(messages) if serial not in arrivals]
    if lost:
        found.append(f"{len(lost)} messages never arrived, such as {lost[:3]}")
    repeated = {serial: entries for serial, entries in arrivals.items() if len(entries) > 1}
    if kind == "webhook":
        for serial, entries in repeated.items():
            if len({entry[2] for entry in entries}) > 1:
                found.append(f"message {serial} came under two ids")
            if len({entry[3] for entry in entries}) > 1:
                found.append(f"message {serial} came again with another content")
    else:
        unmarked = [serial for serial, entries in repeated.items() if not all(entry[4] for entry in entries[1:])]
        if unmarked:
            found.append(f"{len(unmarked)} repeats were not marked, such as {unmarked[:3]}")
        per_channel = {}
        for entries in repeated.values():
            per_channel[entries[0][0]] = per_channel.get(entries[0][0], 0) + len(entries) - 1
        for channel, count in per_channel.items():
            if count > ends_per_channel:
                found.append(f"{count} repeats through {channel} after {ends_per_channel} ends of the process")
    # What is said to one person arrives in its order.
    latest = {}
    for _, serial, _, _, _ in server.received:
        person = serial % people
        if serial > latest.get(person, -1):
            expected = latest.get(person, person - people) + people
            if serial != expected:
                found.append(f"message {serial} came before {expected}")
            latest[person] = serial
    repeats = sum(len(entries) - 1 for entries in repeated.values())
    return found, repeats
