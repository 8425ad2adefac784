"""Turns the dates of a subject's articles into how much each counts: how it began, and where it stands now.

News is written for those who know what happened before, a briefing for those who do not.
"""

from __future__ import annotations

FLOOR = 0.3  # what an article in the middle still counts beside the newest
OPENING = 0.8  # what the first report counts; it says what began and who is who
FEWEST = 2  # days of reporting after which news counts half at the earliest
# Tuned on the development half of the set `background` (96 subjects), November 2026; all between .02 and .05 serve as well.
SHARE = 0.03  # of the days of reporting in which news comes to count half


def weigh_dates(first_reports: dict[str, str], dates: dict[str, str]) -> dict[str, float]:
    """Article -> how much it counts, FLOOR to 1; undated: FLOOR.

    `first_reports` maps each article to the one whose report it is, itself or another; `dates` each article to its date. A copy
    counts as its model does: printing a report again makes it no newer. Age is counted in days on which something was
    reported, because a week of news and ten years of it both have a newest part. To the weight of what is new (Allan, Gupta and
    Khandelwal, "Temporal summaries of news topics", SIGIR 2001) comes that of the beginning, which later reports presuppose.
    """
    days = sorted({day for article, day in dates.items() if day and first_reports[article] == article})
    last = len(days) - 1
    half = max(FEWEST, SHARE * len(days))
    weights = {day: FLOOR + (1 - FLOOR) * 0.5 ** ((last - place) / half) for place, day in enumerate(days)}
    for place, day in enumerate(days[:2]):
        weights[day] = max(weights[day], OPENING * 0.5**place)
    return {article: weights.get(dates[first], FLOOR) for article, first in first_reports.items()}
