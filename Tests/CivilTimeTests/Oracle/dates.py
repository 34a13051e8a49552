"""Lines of: date, days since 1970-01-01, weekday as ISO 8601 numbers it."""
import random
from datetime import date

EPOCH = date(1970, 1, 1).toordinal()
draw = random.Random("dates")
ordinals = list(range(date(1996, 1, 1).toordinal(), date(2037, 1, 1).toordinal()))
ordinals += [draw.randrange(date.min.toordinal(), date.max.toordinal() + 1) for _ in range(5_000)]
for ordinal in ordinals:
    day = date.fromordinal(ordinal)
    print(day.isoformat(), ordinal - EPOCH, day.isoweekday())
