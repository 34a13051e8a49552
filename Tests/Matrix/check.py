"""Posts a huddle agenda by a real daemon to a room and a morning plan to a person, reads both back, and answers as that person.
usage: check.py SERVER_URL COACHD FOLDER"""
import datetime, json, os, sqlite3, subprocess, sys, time, urllib.parse, urllib.request

server, coachd, folder = sys.argv[1:4]


def call(method, path, token=None, body=None):
    request = urllib.request.Request(server + path, method=method, data=None if body is None else json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def login(user):
    identifier = {"type": "m.id.user", "user": user}
    return call("POST", "/_matrix/client/v3/login", None,
                {"type": "m.login.password", "identifier": identifier, "password": user + "-word"})["access_token"]


def room(name):
    made = call("POST", "/_matrix/client/v3/createRoom", coach,
                {"name": name, "invite": ["@ana:localhost"], "preset": "private_chat"})["room_id"]
    call("POST", "/_matrix/client/v3/join/" + urllib.parse.quote(made), ana, {})
    return made


def messages(of, sender="@coach:localhost"):
    path = "/_matrix/client/v3/rooms/" + urllib.parse.quote(of) + "/messages?dir=b&limit=100"
    return [event for event in call("GET", path, ana)["chunk"]
            if event["type"] == "m.room.message" and event["sender"] == sender]


written = 0


def write(text):
    """As Ana, alone with coachd."""
    global written
    written += 1
    path = f"/_matrix/client/v3/rooms/{urllib.parse.quote(alone)}/send/m.room.message/ana{written}"
    call("PUT", path, ana, {"msgtype": "m.text", "body": text})


def wait(what):
    for _ in range(300):
        if what():
            return
        time.sleep(0.1)


def rows(sql):
    return [row[0] for row in store.execute(sql).fetchall()]


coach, ana = login("coach"), login("ana")
leads, alone = room("leads"), room("Ana and coachd")
os.chdir(folder)
subprocess.run([coachd, "init", "team"], check=True, stdout=subprocess.DEVNULL)
os.chdir("team")
with open("coach.token", "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
    file.write(coach)
# A zone where it is ten in the morning now; the names of these zones count the other way round.
now = datetime.datetime.now(datetime.timezone.utc)
offset = 10 - now.hour if now.hour < 23 else 11
due = (now + datetime.timedelta(hours=offset, minutes=-1)).strftime("%H:%M")
with open("coachd.toml", "w") as file:
    file.write(f"""
store = "coachd.db"
timezone = "Etc/GMT{-offset:+d}"
[work]
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
hours = "08:00-18:00"
[huddle]
at = "{due}"
late_until = "17:00"
[nudges]
morning = "{due}"
late_until = "17:00"
[channels.leads]
type = "matrix"
server = "{server}"
token = {{ file = "coach.token" }}
room = "{leads}"
[channels.reps]
type = "matrix"
server = "{server}"
token = {{ file = "coach.token" }}
replies = true
[routes]
leader = "leads"
rep = "reps"
""")
hostile = '<b>@room</b> [x](https://evil.example) *Acme* & Söhne 🚚'
store = sqlite3.connect("coachd.db")
store.executescript("""
INSERT INTO team(id, name) VALUES (1, 'Team North');
INSERT INTO person(id, email, name, role, team_id) VALUES (1, 'mara@example.com', 'Mara', 'leader', 1),
  (2, 'ana@example.com', 'Ana', 'rep', 1);
UPDATE team SET leader_id = 1;
""")
store.execute("INSERT INTO account(rep_id, name, rank, selected_on) VALUES (2, ?, 1, date('now', '-40 days'))", [hostile])
store.execute("INSERT INTO handle(person_id, platform, value) VALUES (2, 'matrix', ?)", [alone])
store.commit()

daemon = subprocess.Popen([coachd, "serve"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
try:
    for _ in range(300):
        # From then on it hears what is written, whether or not it runs.
        if messages(leads) and messages(alone) and rows("SELECT 1 FROM listening WHERE position LIKE '% %'"):
            break
        time.sleep(0.1)
finally:
    daemon.terminate()
    log = daemon.communicate(timeout=20)[1].decode()
agendas, plans = messages(leads), messages(alone)
assert len(agendas) == 1 and len(plans) == 1, f"{len(agendas)} agendas, {len(plans)} plans\n{log}"
for event in agendas + plans:
    content = event["content"]
    assert content["msgtype"] == "m.text" and content["m.mentions"] == {}, content
    assert "<b>@room" not in content["formatted_body"] and "href" not in content["formatted_body"], content["formatted_body"]
    assert "Söhne 🚚" in content["body"], content["body"]
assert agendas[0]["content"]["body"].startswith("Huddle"), agendas[0]["content"]["body"]
assert plans[0]["content"]["body"].startswith("Good morning Ana"), plans[0]["content"]["body"]

# What Ana writes is done once, also while coachd is down or dies.
write("1 called: they want to talk in December")
daemon = subprocess.Popen([coachd, "serve"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
try:
    wait(lambda: len(messages(alone)) > 1)
    answer = messages(alone)[0]["content"]["body"]
    assert answer.startswith("Noted: call") and "Söhne 🚚" in answer, answer
    assert "<b>@room" not in messages(alone)[0]["content"]["formatted_body"], messages(alone)[0]
    write("what a nice day")
    wait(lambda: len(messages(alone)) > 2)
    assert messages(alone)[0]["content"]["body"].startswith("Not noted"), messages(alone)[0]
    for number in range(5):
        daemon.kill()
        daemon.communicate()
        write(f"1 called: call {number}")
        daemon = subprocess.Popen([coachd, "serve"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if number % 2:
            wait(lambda: len(rows("SELECT id FROM activity")) > number + 1)
    wait(lambda: len(messages(alone)) > 7)
finally:
    daemon.terminate()
    log = daemon.communicate(timeout=20)[1].decode()
notes = rows("SELECT note FROM activity ORDER BY id")
assert notes == ["they want to talk in December"] + [f"call {number}" for number in range(5)], (notes, log)
assert len(messages(alone)) == 8, [event["content"]["body"] for event in messages(alone)]

# The same transaction again is the same event: what may have arrived is repeated without harm.
token = store.execute("SELECT token FROM outbox WHERE channel = 'leads'").fetchone()[0]
path = f"/_matrix/client/v3/rooms/{urllib.parse.quote(leads)}/send/m.room.message/msg_{token}"
again = call("PUT", path, coach, {"msgtype": "m.text", "body": "a repeat"})
assert again["event_id"] == agendas[0]["event_id"], (again, agendas[0]["event_id"])
assert len(messages(leads)) == 1, messages(leads)
states = store.execute("SELECT DISTINCT state FROM outbox").fetchall()
assert states == [("delivered",)], states
print("a real Synapse got the agenda and the morning plan, each once, data stayed data, and what a person wrote was done once")
