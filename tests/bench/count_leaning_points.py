"""How many published key points hang on a sentence that is not shown: by lists of their own, on any built site.

python tests/bench/count_leaning_points.py SITE...     prints how many key points were read, how many lean, and each that does;
                                                       exit status 1 if any does

It asks in another way than the guards do. A point's words in quotation marks and in square brackets are set aside; then the
first word is compared with the closed classes of English that refer back: third-person pronouns and possessives, demonstratives
(Quirk et al., "A comprehensive grammar of the English language", 1985, chapter 6), and the connectives that open a sentence in
the Penn Discourse Treebank (Prasad et al., 2008), one word or several.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

PRONOUNS = {"he", "she", "it", "they", "him", "them", "his", "her", "hers", "its", "their", "theirs", "himself", "herself"}
DEMONSTRATIVES = {"this", "that", "these", "those", "such"}
CONNECTIVES = {
    "accordingly", "additionally", "also", "alternatively", "and", "besides", "but", "consequently", "conversely", "else",
    "finally", "furthermore", "hence", "however", "indeed", "instead", "likewise", "meantime", "meanwhile", "moreover",
    "nevertheless", "nonetheless", "nor", "or", "otherwise", "overall", "rather", "similarly", "so", "still", "then",
    "thereafter", "thereby", "therefore", "thus", "ultimately", "yet",
}  # fmt: skip
PAIRS = {
    "as a result", "by comparison", "by contrast", "for example", "for instance", "in addition", "in contrast", "in fact",
    "in other words", "in particular", "in short", "in sum", "in the end", "in turn", "on the contrary", "on the other hand",
}  # fmt: skip
NO_OPENING = {"finally", "overall", "ultimately", "rather", "still"}  # these also open sentences that lean on nothing
_SET_ASIDE = re.compile(r'"[^"]*"|“[^”]*”|``.*?\'\'|\[[^\]]*\]')


def points_of(site: Path) -> Iterator[tuple[str, str]]:
    """Page and text of every extracted key point of a built site."""
    for folder in ("actors", "countries"):
        for path in sorted((site / folder).glob("*.json")):
            twin = json.loads(path.read_text(encoding="utf-8"))
            yield from ((path.name, point["text"]) for point in twin["key_points"] if point["how"] == "extracted")


def leaning(text: str) -> str:
    """The word by which a point leans on another sentence, or empty."""
    opened_by_quotation = text.lstrip()[:1] in '"“`'
    rest = _SET_ASIDE.sub("\ue000", text) if opened_by_quotation or text.startswith("[") else text
    words = re.findall(r"\ue000|[^\W\d_]+(?:['’][^\W\d_]+)?", rest.lower())
    if not words or words[0] == "\ue000":
        # After quoted words the speaker follows: "…," he said.
        return words[1] if opened_by_quotation and len(words) > 1 and words[1] in PRONOUNS else ""
    first = re.split("['’]", words[0])[0]
    if words[:2] == ["so", "far"]:  # up to now
        return ""
    if first in PRONOUNS or (first in CONNECTIVES and first not in NO_OPENING):
        return first
    if first in DEMONSTRATIVES:
        return first
    return next((pair for pair in sorted(PAIRS) if " ".join(words).startswith(f"{pair} ") and rest[len(pair) :][:1] == ","), "")


def main(sites: list[str]) -> int:
    """Print the count for all sites together."""
    read = [(page, text) for site in sites for page, text in points_of(Path(site))]
    found = [(word, page, text) for page, text in read if (word := leaning(text))]
    print(f"{len(read)} key points of {len(sites)} sites; {len(found)} open with an unresolved pronoun or connective")
    for word, page, text in found:
        print(f"  {word}: {page}: {text}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
