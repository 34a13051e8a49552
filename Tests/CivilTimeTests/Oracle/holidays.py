"""Lines of: a calendar in base64, a tab, the dates of 2024 to 2040 that its all-day events cover.

The calendars are the files named by the arguments, with everything taken out that is not to be read, and 400 random ones.
"""
import base64
import random
import sys
from datetime import date, datetime, timedelta

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr

FIRST, LAST = date(2024, 1, 1), date(2040, 12, 31)
DAY = timedelta(days=1)
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def covered(calendar):
    """Occurrences are asked for year by year, as that is quick, and may begin before the year."""
    days = set()
    for event in recurring_ical_events.of(calendar).between(FIRST, LAST + DAY):
        day = event["DTSTART"].dt
        end = event["DTEND"].dt if "DTEND" in event else day + event["DURATION"].dt if "DURATION" in event else day + DAY
        while day < max(end, event["DTSTART"].dt + DAY):
            days.add(day)
            day += DAY
    return sorted(d for d in days if FIRST <= d <= LAST)


def is_read(component):
    if component.name != "VEVENT":
        return component.name == "VTIMEZONE"
    rule = component.get("RRULE")
    if rule and rule["FREQ"] != ["YEARLY"]:
        return False
    return not isinstance(component["DTSTART"].dt, datetime) and component.get("STATUS") != "CANCELLED"


def random_rule(draw, start):
    """A rule and the first day on or after `start` that it has."""
    parts = ["FREQ=YEARLY"]
    if draw.random() < 0.3:
        parts.append(f"INTERVAL={draw.randrange(1, 5)}")
    months = ",".join(map(str, draw.sample(range(1, 13), draw.randrange(1, 3))))
    ordinal = draw.choice(["", 1, 2, 3, 4, -1, -2])
    weekdays = ",".join(f"{ordinal}{day}" for day in draw.sample(WEEKDAYS, draw.randrange(1, 3)))
    month_days = ",".join(str(draw.choice([1, 2, 13, 28, 29, 30, 31, -1, -3])) for _ in range(draw.randrange(1, 3)))
    kind = draw.randrange(7)
    if kind in (1, 2, 5):
        parts.append(f"BYMONTH={months}")
    if kind in (2, 3, 4):
        parts.append(f"BYMONTHDAY={month_days}")
    if kind == 4:
        parts.append(f"BYDAY={draw.choice(WEEKDAYS)}")
    if kind in (5, 6):
        parts.append(f"BYDAY={weekdays}")
    rule = ";".join(parts)
    first = rrulestr(rule, dtstart=datetime(start.year, start.month, start.day)).after(
        datetime(start.year, start.month, start.day), inc=True)
    if first is None or first.year > 2040:
        return None, start
    limit = draw.random()
    if limit < 0.25:
        rule += f";COUNT={draw.randrange(1, 8)}"
    elif limit < 0.5:
        rule += f";UNTIL={date(draw.randrange(first.year, 2042), draw.randrange(1, 13), draw.randrange(1, 29)):%Y%m%d}"
    return rule, first.date()


def random_event(draw):
    event = icalendar.Event()
    event.add("UID", str(draw.random()))
    event.add("SUMMARY", draw.choice(["Holiday", "Sommerferien; für alle, die es mögen: " * 4, "祝日" * 30, "a\\b\nc"]))
    start = date(draw.randrange(2015, 2035), draw.randrange(1, 13), draw.randrange(1, 29))
    if draw.random() < 0.1:
        start = date(draw.choice([2020, 2024, 2028]), 2, 29)
    rule = None
    if draw.random() < 0.7:
        rule, start = random_rule(draw, start)
    event.add("DTSTART", start)
    days = draw.choice([1, 1, 1, 2, 3, 10])
    ending = draw.randrange(3)
    if ending == 0:
        event.add("DTEND", start + days * DAY)
    elif ending == 1:
        event.add("DURATION", timedelta(days=days))
    if rule:
        event.add("RRULE", icalendar.vRecur.from_ical(rule))
        midnight = datetime(start.year, start.month, start.day)
        dates = rrulestr(rule, dtstart=midnight).between(midnight, datetime(2041, 1, 1), inc=True)
        for excepted in draw.sample(dates, min(len(dates), draw.choice([0, 0, 1, 2]))):
            event.add("EXDATE", excepted.date(), parameters={"VALUE": "DATE"})
    return event


def random_calendar(draw):
    calendar = icalendar.Calendar()
    calendar.add("PRODID", "-//test//test//EN")
    calendar.add("VERSION", "2.0")
    for _ in range(draw.randrange(1, 4)):
        calendar.add_component(random_event(draw))
    return calendar


def main():
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            text = file.read()
        calendar = icalendar.Calendar.from_ical(text)
        calendar.subcomponents = [part for part in calendar.subcomponents if is_read(part)]
        print(base64.b64encode(text).decode(), *covered(calendar), sep="\t")
    draw = random.Random("holidays")
    for _ in range(400):
        calendar = random_calendar(draw)
        text = calendar.to_ical()
        print(base64.b64encode(text).decode(), *covered(icalendar.Calendar.from_ical(text)), sep="\t")


main()
