"""A request as a flat table of facts, and in what two of them differ."""

import re
import urllib.parse

# What the transport says of itself.
TRANSPORT = {"host", "content-length", "connection", "accept", "accept-encoding", "user-agent"}


def facts(request):
    """ "body.blocks[0].type" to its value, for all that a request says."""
    found = {"method": request.method, "host": request.host, "path": spelled(request.path)}
    found |= {f"query.{name}": value for name, value in request.query.items()}
    headers = {name: value for name, value in request.headers.items() if name not in TRANSPORT}
    headers["content-type"] = headers.get("content-type", "").partition(";")[0].lower()
    found |= {f"header.{name}": value for name, value in headers.items()}
    found.update(leaves("body", request.fields))
    return found


def spelled(path):
    """Each of its parts in one spelling, for "!" may stand in a path as %21 and as it is."""
    return "/".join(urllib.parse.quote(urllib.parse.unquote(part), safe="") for part in path.split("/"))


def leaves(name, value):
    if isinstance(value, dict) and value:
        for key, member in value.items():
            yield from leaves(f"{name}.{key}", member)
    elif isinstance(value, list) and value:
        for index, element in enumerate(value):
            yield from leaves(f"{name}[{index}]", element)
    else:
        yield name, value


def differences(ours, theirs):
    """The names that stand in one only, or whose values are not the same, to a line that says so."""
    ours, theirs = facts(ours), facts(theirs)
    found = {}
    for name in sorted(ours.keys() | theirs.keys()):
        if name not in theirs:
            found[name] = f"only coachd sends {name}: {short(ours[name])}"
        elif name not in ours:
            found[name] = f"only the client sends {name}: {short(theirs[name])}"
        elif (type(ours[name]), ours[name]) != (type(theirs[name]), theirs[name]):
            found[name] = f"{name}: coachd {short(ours[name])}, the client {short(theirs[name])}"
    return found


def short(value):
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…" + text[-1]


def explain(found, reasons):
    """The differences without a reason, and the reasons without a difference."""
    unexplained = {name: line for name, line in found.items() if not any(covers(of, name) for of in reasons)}
    idle = [of for of in reasons if not any(covers(of, name) for name in found)]
    return unexplained, idle


def covers(pattern, name):
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), name) is not None
