from generator.render.charts.months import coverage, spark


def test_each_month_with_articles_is_a_bar_and_a_row() -> None:
    drawn = coverage((("2014-11", 1), ("2015-02", 4)))
    assert drawn is not None
    assert drawn.rows == (("2014-11", 1), ("2015-02", 4))
    assert (drawn.first, drawn.last, drawn.peak, drawn.most, drawn.total) == ("2014-11", "2015-02", "2015-02", 4, 5)
    assert drawn.width == 40  # November to February
    assert drawn.path == "M1 100v-25h7v25zM31 100v-100h7v100z"


def test_without_a_dated_article_there_is_no_picture() -> None:
    assert coverage(()) is None
    assert spark((), "", "") == ""


def test_many_months_are_counted_by_year() -> None:
    drawn = coverage((("2001-03", 1), ("2001-09", 2), ("2015-02", 1)))
    assert drawn is not None
    assert drawn.rows == (("2001", 3), ("2015", 1))


def test_of_equal_months_the_earliest_is_the_peak() -> None:
    drawn = coverage((("2015-03", 2), ("2015-01", 2)))
    assert drawn is not None
    assert drawn.peak == "2015-01"


def test_pictures_can_share_an_axis() -> None:
    drawn = coverage((("2015-03", 2),), since="2015-01-09", until="2015-12-31")
    assert drawn is not None
    assert (drawn.first, drawn.last, drawn.width) == ("2015-01", "2015-12", 120)


def test_a_sparkline_begins_at_the_common_first_month_and_ends_at_the_last() -> None:
    assert spark((("2014-01", 1), ("2015-12", 2)), "2014-01", "2015-12") == "M0 16v-8h3v8zM92 16v-16h3v16z"


def test_a_single_article_among_many_is_still_seen() -> None:
    assert "v-2h" in spark((("2014-01", 1), ("2014-02", 500)), "2014-01", "2015-12")
