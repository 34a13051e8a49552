"""Makes a store with messages that wait for delivery, and a configuration with webhook channels.

usage: prepare.py COACHD DIRECTORY BASE_URL MESSAGES [--people N] [--channels N] [--type webhook|mattermost]
Channel number i posts to BASE_URL/channel-i."""
import argparse, json, os, sqlite3, subprocess, time

parser = argparse.ArgumentParser()
parser.add_argument("coachd")
parser.add_argument("directory")
parser.add_argument("url")
parser.add_argument("messages", type=int)
parser.add_argument("--people", type=int, default=500)
parser.add_argument("--channels", type=int, default=4)
parser.add_argument("--type", default="webhook")
given = parser.parse_args()
os.makedirs(given.directory, exist_ok=True)
os.chdir(given.directory)

secret = 'secret = { file = "secret" }\n' if given.type == "webhook" else ""
with open("secret", "w") as file:
    file.write("whsec_" + "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
with open("coachd.toml", "w") as file:
    # No slot of the day falls into the run.
    file.write('store = "coachd.db"\n[work]\ndays = "mon-sun"\nhours = "00:00-24:00"\n')
    file.write('[nudges]\nmorning = "23:57"\nafternoon = "23:58"\nlate_until = "23:59"\n')
    file.write('[channels.own]\ntype = "file"\npath = "own.jsonl"\n[routes]\nrep = "own"\n')
    for number in range(given.channels):
        with open(f"url-{number}", "w") as url:
            url.write(f"{given.url}/channel-{number}")
        file.write(f'[channels.channel-{number}]\ntype = "{given.type}"\nurl = {{ file = "url-{number}" }}\n{secret}')
        if given.type != "webhook":
            file.write("rate = \"1000/s\"\n")
for name in ["secret"] + [f"url-{number}" for number in range(given.channels)]:
    os.chmod(name, 0o600)
with open("people.csv", "w") as file:
    file.write("email,name,role\n")
    for number in range(given.people):
        file.write(f"rep{number}@example.com,Rep {number},rep\n")
subprocess.run([given.coachd, "init"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
subprocess.run([given.coachd, "import", "people.csv"], check=True, stdout=subprocess.DEVNULL)


def item(number, serial):
    account = f"Acme Logistics {serial % 50}"
    return {
        "heading": [[account], " · CFO met, due Thu 26 Nov"],
        "facts": ["12 working days since the call with ", ["Jonas Berg"], ", user. ", ["The audit comes first, he said."]],
        "question": ["What would ", ["Jonas"], " say has changed on their side since the visit?"],
        "question_key": f"q{number}", "state": "new", "kind": "stalled", "finding": None, "account_id": None,
        "account": account, "rung": 1, "number": number,
    }


def body(serial):
    sections = [{"heading": None, "lines": [], "items": [item(n, serial + n) for n in (1, 2, 3)], "picture": False}]
    title = ["Good morning ", [f"Rep {serial}"], ". Mon 2 Mar: three accounts where an hour would count."]
    return json.dumps({"kind": "morning", "title": title, "lateness": None, "sections": sections}, ensure_ascii=False)


store = sqlite3.connect("coachd.db", isolation_level=None)
now = int(time.time())
store.execute("BEGIN")
people = [row[0] for row in store.execute("SELECT id FROM person ORDER BY id")]
for serial in range(given.messages):
    person = people[serial % len(people)]
    message = store.execute(
        "INSERT INTO message(kind, person_id, on_date, composed_at, text, body) VALUES ('morning', ?, '2026-03-02', ?, ?, ?)",
        (person, now, f"Good morning {serial}", body(serial))).lastrowid
    channel = f"channel-{serial % len(people) % given.channels}"
    store.execute(
        """INSERT INTO outbox(message_id, channel, key, not_before, next_attempt_at, expires_at, lane)
           VALUES (?, ?, ?, ?, ?, ?, ?)""",
        (message, channel, f"bench-{serial}", now - 60, now - 60, now + 86400, person))
store.execute("COMMIT")
