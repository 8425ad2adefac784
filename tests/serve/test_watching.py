"""Where the system grants no watch, or no more of them, the project is looked at once a second, and nothing is missed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from previewing import Preview, previewing

from tests.projects import BODIES, make_project, write

ID = "2031-03-09-dues-halved"
ARTICLE = f"content/articles/{ID}.txt"
PAGE = f"/articles/{ID}.html"
ADVICE = "sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512"
FOLDERS = 5  # of the project: its own, content, and three below


def limited(setting: str, most: int) -> tuple[str, ...]:
    """A command under which the system grants so many watches or instances, and no more."""
    return ("unshare", "-Ur", "sh", "-c", f'echo {most} > /proc/sys/user/max_inotify_{setting}; exec "$@"', "sh")


def can_be_limited() -> bool:
    try:
        return subprocess.run([*limited("watches", 9), "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


pytestmark = pytest.mark.skipif(not can_be_limited(), reason="no user namespaces in which the system's limits can be lowered")


def save_until_served(preview: Preview, path: Path, page: str, words: str) -> None:
    """The page is asked for without a stream, so no open page makes the preview look every ten seconds."""
    write(path, f"{BODIES[ID]}\n\n{words}\n")
    preview.until(lambda: words.encode() in preview.page(page), 5)


@pytest.mark.parametrize(("setting", "most"), [("instances", 0), ("watches", 1), ("watches", FOLDERS - 1)])
def test_without_watches_saves_still_show_and_the_message_says_how_to_get_more(tmp_path: Path, setting: str, most: int) -> None:
    root = make_project(tmp_path)
    with previewing(root, under=limited(setting, most)) as preview:
        preview.page(PAGE)
        preview.until(lambda: ADVICE in "".join(preview.said))
        for hour in ("first", "second"):
            save_until_served(preview, root / ARTICLE, PAGE, f"The {hour} tide was even")
        (root / "content/actors/mara-oduya.yaml").unlink()
        preview.until(lambda: preview.get("/actors/mara-oduya.html")[0] == 404, 5)
        assert "".join(preview.said).count(ADVICE) == 1
        assert "Traceback" not in "".join(preview.said)
        assert preview.stop() < 2


def test_watches_that_run_out_while_people_write_are_told_then(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    with previewing(root, under=limited("watches", FOLDERS + 2)) as preview:
        save_until_served(preview, root / ARTICLE, PAGE, "The first tide was even")
        assert preview.said == []
        for number in range(9):
            write(root / f"content/articles/box-{number}/2031-04-0{number + 1}-note.txt", "Kenya asked Peru for a tug.\n")
        preview.until(lambda: ADVICE in "".join(preview.said))
        last = "2031-04-09-note"
        preview.until(lambda: preview.get(f"/articles/{last}.html")[0] == 200)
        for hour in ("second", "third"):
            save_until_served(preview, root / f"content/articles/box-8/{last}.txt", f"/articles/{last}.html", f"The {hour} tide")
        assert "".join(preview.said).count(ADVICE) == 1


def test_enough_watches_are_used_and_nothing_is_said(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    with previewing(root, under=limited("watches", FOLDERS + 1)) as preview:
        save_until_served(preview, root / ARTICLE, PAGE, "The first tide was even")
        assert not [line for line in preview.said if ADVICE in line]
