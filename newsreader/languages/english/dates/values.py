"""TIMEX3 values and the calendar intervals they stand for.

Every function returns a `TimeValue` without anchor and reason, which the rule that asked adds. Dates before year 1 or
after 9999 cannot be placed: such values keep their TIMEX3 string and have no interval.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from newsreader.entity import TimeValue

PART_HOURS = {"MO": (6, 12), "MI": (12, 13), "AF": (12, 18), "EV": (18, 24), "NI": (20, 28), "DT": (8, 18)}
"""First and last hour of the parts of a day, for their place on a timeline; a night reaches into the next day."""
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of the meteorological seasons of the northern hemisphere."""
UNIT_CODES = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C"}
CLOCK_CODES = {"hour": "H", "minute": "M", "second": "S"}


def _first(year: int, month: int = 1) -> str | None:
    """The first day of a month as ISO 8601, the month being allowed to run over; None beyond the calendar."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1).isoformat() if 1 <= year <= 9999 else None


def _months(value: str, year: int, month: int, count: int, granularity: str) -> TimeValue:
    """A value that covers `count` months from `month` of `year`."""
    start, end = _first(year, month), _first(year, month + count)
    return TimeValue("DATE", value, start if end else None, end if start else None, granularity)


def day(on: date) -> TimeValue:
    """One day."""
    end = (on + timedelta(days=1)).isoformat() if on < date.max else None
    return TimeValue("DATE", on.isoformat(), on.isoformat(), end, "day")


def month(year: int, number: int) -> TimeValue:
    """One month."""
    return _months(f"{year:04}-{number:02}", year, number, 1, "month")


def quarter(year: int, number: int) -> TimeValue:
    """A quarter of a calendar year, 1 to 4."""
    return _months(f"{year:04}-Q{number}", year, 3 * number - 2, 3, "quarter")


def half(year: int, number: int) -> TimeValue:
    """A half of a calendar year, 1 or 2."""
    return _months(f"{year:04}-H{number}", year, 6 * number - 5, 6, "half")


def season(year: int, code: str) -> TimeValue:
    """A season by its TIMEX3 code; a winter belongs to the year in which it begins."""
    return _months(f"{year:04}-{code}", year, SEASON_MONTHS[code], 3, "season")


def year(number: int) -> TimeValue:
    """One year."""
    return _months(f"{number:04}", number, 1, 12, "year")


def decade(first_year: int) -> TimeValue:
    """The decade that begins with a year such as 1990."""
    return _months(f"{first_year // 10:03}", first_year // 10 * 10, 1, 120, "decade")


def century(number: int) -> TimeValue:
    """A century by its ordinal: the 21st has the value `20`."""
    return _months(f"{number - 1:02}", (number - 1) * 100, 1, 1200, "century")


def week(of: date) -> TimeValue:
    """The ISO week that contains a day."""
    iso = of.isocalendar()
    monday = of - timedelta(days=of.weekday()) if of.toordinal() > of.weekday() else of
    end = monday + timedelta(days=7) if monday < date.max - timedelta(days=7) else date.max
    return TimeValue("DATE", f"{iso.year:04}-W{iso.week:02}", monday.isoformat(), end.isoformat(), "week")


def weekend(of: date) -> TimeValue:
    """The weekend of the ISO week that contains a day."""
    whole = week(of)
    saturday = date.fromisoformat(whole.start or "") + timedelta(days=5)
    return TimeValue("DATE", f"{whole.value}-WE", saturday.isoformat(), whole.end, "weekend")


def part_of_day(on: date, code: str) -> TimeValue:
    """A part of a day by its TIMEX3 code (`MO`, `AF`, …)."""
    first, last = PART_HOURS[code]
    midnight = datetime(on.year, on.month, on.day)
    try:
        end = (midnight + timedelta(hours=last)).isoformat()
    except OverflowError:
        return TimeValue("TIME", f"{on.isoformat()}T{code}", granularity="part")
    return TimeValue("TIME", f"{on.isoformat()}T{code}", (midnight + timedelta(hours=first)).isoformat(), end, "part")


def clock(on: date, hour: int, minute: int | None = None, second: int | None = None) -> TimeValue:
    """A time of day; hour 24 is the midnight at the end of the day."""
    text = f"T{hour:02}:{minute or 0:02}" + ("" if second is None else f":{second:02}")
    moment = datetime(on.year, on.month, on.day) + timedelta(hours=min(hour, 23), minutes=minute or 0)
    if hour == 24 and on < date.max:
        moment += timedelta(hours=1)
    moment += timedelta(seconds=second or 0)
    granularity = "hour" if minute is None else "minute" if second is None else "second"
    length = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}[granularity]
    end = (moment + length).isoformat() if moment <= datetime.max - length else None
    return TimeValue("TIME", f"{on.isoformat()}{text}", moment.isoformat(), end, granularity)


def duration(amount: float | None, unit: str) -> TimeValue:
    """A length of time; an amount of None is a vague one (`PXW`)."""
    if unit == "fortnight":
        amount, unit = (None if amount is None else amount * 2), "week"
    if unit == "weekend":
        return TimeValue("DURATION", f"P{_plain(amount)}WE", granularity=unit)
    if unit in ("decade", "century"):
        amount, unit = (None if amount is None else amount * (10 if unit == "decade" else 100)), "year"
    if unit in CLOCK_CODES:
        return TimeValue("DURATION", f"PT{_plain(amount)}{CLOCK_CODES[unit]}", granularity=unit)
    return TimeValue("DURATION", f"P{_plain(amount)}{UNIT_CODES[unit]}", granularity=unit)


def _plain(amount: float | None) -> str:
    return "X" if amount is None else f"{amount:g}" if amount < 1e6 else str(int(amount))


def shift(on: date, amount: int, unit: str) -> date | None:
    """The day that lies a whole number of units later, or earlier; None when that leaves the calendar.

    Months and years keep the day of the month, or take the last day of a shorter month.
    """
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
    try:
        if unit in days:
            return on + timedelta(days=amount * days[unit])
        months = on.year * 12 + on.month - 1 + amount * _MONTHS_IN[unit]
        year_, month_ = divmod(months, 12)
        return date(year_, month_ + 1, min(on.day, monthrange(year_, month_ + 1)[1]))
    except (OverflowError, ValueError):
        return None


_MONTHS_IN = {"month": 1, "quarter": 3, "season": 12, "half": 6, "year": 12, "decade": 120, "century": 1200}


def containing(on: date, unit: str) -> TimeValue:
    """The day, week, weekend, month, quarter, year, decade or century that contains a day."""
    makers = {
        "day": lambda: day(on),
        "week": lambda: week(on),
        "fortnight": lambda: week(on),
        "weekend": lambda: weekend(on),
        "month": lambda: month(on.year, on.month),
        "quarter": lambda: quarter(on.year, (on.month + 2) // 3),
        "half": lambda: half(on.year, (on.month + 5) // 6),
        "year": lambda: year(on.year),
        "decade": lambda: decade(on.year),
        "century": lambda: century(on.year // 100 + 1),
    }
    return makers[unit]()


def moment(start: str, seconds: float) -> datetime | None:
    """The moment so many seconds after an ISO 8601 date or date-time; None when that leaves the calendar."""
    try:
        return datetime.fromisoformat(start) + timedelta(seconds=seconds)
    except OverflowError:
        return None


def make_date(year_: int, month_: int, day_: int) -> date | None:
    """A date, or None when there is no such day (31 February)."""
    try:
        return date(year_, month_, day_)
    except ValueError:
        return None


def nearest(days: list[date], to: date) -> date:
    """The day that lies nearest to another; the earlier one where two are as near. `days` is not empty."""
    return min(days, key=lambda each: abs((each - to).days))


def easter(year_: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature, 1876; Meeus, ch. 8)."""
    a, b, c = year_ % 19, year_ // 100, year_ % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year_, f // 31, f % 31 + 1)


def nth_weekday(year_: int, month_: int, weekday: int, nth: int) -> date:
    """The nth given ISO weekday of a month; -1 is the last."""
    if nth < 0:
        last = date(year_, month_, monthrange(year_, month_)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year_, month_, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
