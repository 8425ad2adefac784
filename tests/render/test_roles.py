import pytest

from generator.render.roles import NO_SEAT, standing


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("President", 0),
        ("Governor-General", 0),
        ("Prime Minister", 1),
        ("Minister of Foreign Affairs", 2),
        ("Defence Minister", 3),
        ("Minister of Fisheries", 4),
        ("Deputy Prime Minister", 4),
        ("Chief of the Defence Force", 4),
        ("Leader of the Opposition", NO_SEAT),
        ("Spokeswoman on foreign affairs", NO_SEAT),
        ("Co-leader of the Reed Party", NO_SEAT),
        ("Harbour master", NO_SEAT),
    ],
)
def test_an_office_stands_where_it_speaks_for_the_country(title: str, place: int) -> None:
    assert standing(title) == place
