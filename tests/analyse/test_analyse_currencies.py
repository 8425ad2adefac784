from __future__ import annotations

import pytest

from generator.analyse.geography.currencies import currency_countries, is_before_money


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It cost ten yen, or (two) baht.", ("JP", "TH")),
        ("It cost yen and more yen.", ("JP",)),
        ("It cost ten dollars, and they won.", ()),
        ("Yen was his name.", ()),
        ("", ()),
    ],
)
def test_currencies_of_one_country(text: str, codes: tuple[str, ...]) -> None:
    assert currency_countries(text) == codes


@pytest.mark.parametrize(
    ("text", "expected"), [("U.S. dollars", True), ("U.S. Dlrs", True), ("U.S. troops", False), ("U.S.", False)]
)
def test_money_after_a_country(text: str, expected: bool) -> None:
    assert is_before_money(text, 4) is expected
