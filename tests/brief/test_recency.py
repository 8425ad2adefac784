"""How much the date of a report counts."""

from generator.brief.recency import FLOOR, weigh_dates


def weigh(**dates: str) -> dict[str, float]:
    return weigh_dates({article: article for article in dates}, dates)


def test_the_newest_report_counts_in_full_and_an_undated_one_least() -> None:
    weights = weigh(a="2020-05-01", b="2020-05-02", c="")
    assert (weights["b"], weights["c"]) == (1.0, FLOOR)


def test_how_it_began_counts_more_than_what_came_between() -> None:
    weights = weigh(**{f"a{day}": f"2020-05-{day:02d}" for day in range(1, 31)})
    assert weights["a30"] > weights["a1"] > weights["a15"]


def test_a_copy_counts_as_its_model_and_ages_nothing() -> None:
    dates = {"a": "2020-05-01", "b": "2020-05-02", "c": "2020-05-03"}
    alone = weigh_dates({article: article for article in dates}, dates)
    copied = weigh_dates({"a": "a", "b": "b", "c": "c", "copy": "a"}, {**dates, "copy": "2020-05-09"})
    assert copied == {**alone, "copy": alone["a"]}


def test_age_is_counted_in_days_on_which_something_was_reported() -> None:
    week = weigh(a="2020-05-01", b="2020-05-02", c="2020-05-03")
    decade = weigh(a="2010-05-01", b="2015-05-02", c="2020-05-03")
    assert week == decade


def test_no_dates_at_all_count_alike() -> None:
    assert weigh(a="", b="") == {"a": FLOOR, "b": FLOOR}
