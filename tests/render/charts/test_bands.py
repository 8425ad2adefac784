from generator.render.charts.bands import WIDTH, Tenure, bands


def test_a_term_is_cut_to_the_years_of_the_events() -> None:
    drawn = bands([Tenure("Warden", "Ann Ost", "1999", "2014-12-31", "1999 to 2014")], ["2014-03-01", "2015-06-01"], "2015-06-01")
    assert drawn is not None
    assert (drawn.first, drawn.last) == ("2014", "2015")
    (band,) = drawn.rows[0].bands
    assert band.x == 0
    assert abs(band.width - WIDTH // 2) <= 1
    assert band.open_start
    assert not band.open_end


def test_an_end_that_is_not_known_is_drawn_open_and_up_to_the_newest_article() -> None:
    drawn = bands([Tenure("Warden", "", "2014-07", "", "since July 2014")], ["2014-03-01"], "2014-09-30")
    assert drawn is not None
    (band,) = drawn.rows[0].bands
    assert band.open_end
    assert band.x + band.width < WIDTH


def test_holders_of_one_office_share_its_row_in_the_order_of_their_terms() -> None:
    terms = [Tenure("Warden", "Bo Ide", "2015", "2016", ""), Tenure("Warden", "Ann Ost", "2013", "2015", "")]
    drawn = bands(terms, ["2013-01-01", "2016-12-01"], "2016-12-01")
    assert drawn is not None
    assert [row.label for row in drawn.rows] == ["Warden"]
    assert [band.title for band in drawn.rows[0].bands] == ["Warden, Ann Ost", "Warden, Bo Ide"]


def test_a_name_that_does_not_fit_its_band_is_shortened_and_stands_in_the_title() -> None:
    drawn = bands(
        [Tenure("Warden", "Annabella Ostrander-Ide", "2014-01", "2014-02", "")], ["2014-01-01", "2015-01-01"], "2015-01-01"
    )
    assert drawn is not None
    (band,) = drawn.rows[0].bands
    assert band.label == "Annabe…"
    assert band.title == "Warden, Annabella Ostrander-Ide"


def test_terms_outside_the_years_of_the_events_and_undated_ones_are_left_out() -> None:
    outside, undated = Tenure("Clerk", "", "1990", "1991", ""), Tenure("Guide", "", "", "", "")
    assert bands([outside, undated], ["2014-01-01"], "2014-01-01") is None
    assert bands([Tenure("Warden", "", "2014", "", "")], [], "2014-01-01") is None
