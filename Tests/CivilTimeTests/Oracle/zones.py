"""What Python's zoneinfo says about every zone of a tzdata directory (PYTHONTZPATH), as binary records for the tests.

A file is: u16 count and that many names of zones that share it, each a u16 length and bytes; u32 count and that many (instant, local
clock, instant of that clock); u32 count and that many (local clock in a gap, first instant after the gap). Clocks are
seconds since they showed 1970-01-01 00:00; all is little-endian. Arguments: which part of the files, of how many parts.
"""
import os
import random
import struct
import sys
import zoneinfo
from datetime import datetime, timezone
from zoneinfo._zoneinfo import ZoneInfo as ZoneWithTable

sys.modules["tzdata"] = None  # the package would add zones that the system does not have

UTC = timezone.utc
EPOCH_DAY = datetime(1970, 1, 1).toordinal()
FIRST = int(datetime(1970, 1, 1, tzinfo=UTC).timestamp())
LAST = int(datetime(2100, 12, 31, tzinfo=UTC).timestamp())
EARLIEST = int(datetime(1850, 1, 1, tzinfo=UTC).timestamp())
LATEST = int(datetime(2400, 1, 1, tzinfo=UTC).timestamp())
STEP = 28 * 86400  # no rule has a change and its undoing within it


def seconds(delta):
    return delta.days * 86400 + delta.seconds


def offset(zone, instant):
    return seconds(datetime.fromtimestamp(instant, zone).utcoffset())


def change_between(zone, low, high):
    """The first instant with the offset of `high`, where the offset changes once after `low`."""
    before = offset(zone, low)
    while high - low > 1:
        middle = (low + high) // 2
        if offset(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


def transitions(zone, name):
    """The explicit ones from the file's table; those of the rule by looking at each month after them."""
    table = [int(t) for t in ZoneWithTable.no_cache(name)._trans_utc]
    found = {t for t in table if FIRST <= t <= LAST}
    month = max([FIRST] + [t for t in table if t <= LAST])
    before = offset(zone, month)
    while month < LAST:
        after = offset(zone, month + STEP)
        if after != before:
            found.add(change_between(zone, month, month + STEP))
        month, before = month + STEP, after
    return sorted(found)


def record(zone, instant):
    local = datetime.fromtimestamp(instant, zone)
    day = local.toordinal() - EPOCH_DAY
    clock = day * 86400 + local.hour * 3600 + local.minute * 60 + local.second
    back = clock - seconds(local.replace(fold=0).utcoffset())
    # After the last transition of a table zoneinfo may apply the rule's fold, which did not take place, and miss the clock.
    if back != instant and back + offset(zone, back) != clock:
        back = clock - seconds(local.replace(fold=1).utcoffset())
    return struct.pack("<qqq", instant, clock, back)


def records(name):
    zone = zoneinfo.ZoneInfo(name)
    draw = random.Random(name)
    changes = transitions(zone, name)
    instants = [t + d for t in changes for d in (-1, 0, 1)]
    instants += [draw.randrange(FIRST, LAST) for _ in range(1000)]
    instants += [draw.randrange(EARLIEST, LATEST) for _ in range(100)]
    gaps = []
    for change in changes:
        before, after = offset(zone, change - 1), offset(zone, change)
        if before < after:
            clocks = (change + before, change + (before + after) // 2, change + after - 1)
            gaps += [struct.pack("<qq", clock, change) for clock in clocks]
    counted = struct.pack("<I", len(instants)) + b"".join(record(zone, t) for t in instants)
    return counted + struct.pack("<I", len(gaps)) + b"".join(gaps)


def main():
    part, parts = int(sys.argv[1]), int(sys.argv[2])
    files = {}
    for name in sorted(zoneinfo.available_timezones()):
        with open(os.path.join(zoneinfo.TZPATH[0], name), "rb") as file:
            files.setdefault(file.read(), []).append(name)
    for names in list(files.values())[part::parts]:
        encoded = b"".join(struct.pack("<H", len(name)) + name.encode() for name in names)
        sys.stdout.buffer.write(struct.pack("<H", len(names)) + encoded + records(names[0]))


main()
