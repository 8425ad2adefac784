"""Whatever the moment at which a build is killed, the next one gives exactly the bytes of a clean one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from projects import BODIES, build, command, make_project, published, write

SLUGS = sorted(BODIES)


def start(root: Path) -> subprocess.Popen[str]:
    """A build in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--jobs", "2"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def kill_after(root: Path, seconds: float) -> bool:
    """Start a build and kill it with all its workers; false if it was done before."""
    process = start(root)
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    finally:
        assert process.stderr is not None
        process.stderr.close()
    return False


def edit(root: Path, rng: random.Random) -> None:
    """Change, add and remove articles, so that the site gains, changes and loses files."""
    for slug in rng.sample(SLUGS, 2):
        place = rng.choice(["Suva", "Nairobi", "Reykjavik", "Lima", "Oslo"])
        write(root / f"content/articles/{slug}.txt", f"{BODIES[slug]}\n\nMara Oduya then left for {place}, Peru and Norway.\n")
    for number in range(6):
        path = root / f"content/articles/2031-03-{10 + number}-extra-{number}.txt"
        if rng.random() < 0.5:
            write(path, f"Kenya wrote to Mara Oduya for the {rng.randrange(2, 90)}th time. Fiji answered.\n")
        else:
            path.unlink(missing_ok=True)


def clean(root: Path) -> dict[str, bytes]:
    """What a clean build of the same files publishes."""
    copy = root.parent / "clean"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("site", ".brief", ".site.brief"))
    assert build(copy).published
    return published(copy)


def is_whole(root: Path) -> bool:
    """Whether what is on disk after a kill is a site that a reader could be served: each page ends."""
    pages = (path.read_bytes() for path in (root / "site").rglob("*.html"))
    return all(page.rstrip().endswith(b"</html>") for page in pages)


def measured(root: Path) -> float:
    """How long a build takes just now, in seconds."""
    copy = root.parent / "measured"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy)
    started = time.monotonic()
    assert command(copy, "build", "--jobs", "2").returncode == 0
    return time.monotonic() - started


def kill_at_random(root: Path, seed: int, moments: int) -> None:
    """Edit, kill, half the time lose the cache, build, compare; also from nothing."""
    rng = random.Random(seed)  # noqa: S311 - reproducible moments
    make_project(root)
    assert command(root, "build", "--jobs", "2").returncode == 0
    whole = 0.0
    killed = 0
    for moment in range(moments):
        if rng.random() < 0.2:
            shutil.rmtree(root / "site")
        edit(root, rng)
        whole = whole or measured(root)
        was_killed = kill_after(root, rng.uniform(0.3, 1.0) * whole)
        killed += was_killed
        if not was_killed:
            whole = 0.0  # the machine has become faster since
        assert is_whole(root)
        if rng.random() < 0.5:
            shutil.rmtree(root / ".brief", ignore_errors=True)
        shown = f"seed {seed}, moment {moment}"
        assert build(root).published, shown
        found = published(root)
        wanted = clean(root)
        assert sorted(found) == sorted(wanted), shown
        assert [path for path in wanted if found[path] != wanted[path]] == [], shown
        assert leftovers(root) == [], shown
    assert killed, "no build was killed: the moments are too late"


def leftovers(root: Path) -> list[str]:
    """What the hidden folder beside the site still holds, apart from the lock."""
    return sorted(path.name for path in (root / ".site.brief").iterdir() if path.name not in ("lock", ".gitignore"))


def test_killed_at_five_random_moments(tmp_path: Path) -> None:
    kill_at_random(tmp_path / "project", seed=1, moments=5)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(2, 7))
def test_killed_at_a_hundred_random_moments(tmp_path: Path, seed: int) -> None:
    kill_at_random(tmp_path / "project", seed, moments=20)


def at_operation(root: Path, number: int) -> int:
    """Build in a child that dies at its given file operation; its exit status."""
    code = (
        "import os, sys\n"
        "count = 0\n"
        "def hook(event, arguments):\n"
        "    global count\n"
        "    if event in ('os.rename', 'os.remove', 'os.rmdir', 'os.mkdir', 'open') and '.site.brief' in repr(arguments):\n"
        "        count += 1\n"
        f"        if count == {number}: os.kill(os.getpid(), 9)\n"
        "from generator.project import run_build\n"
        "from generator.report import Options\n"
        "from pathlib import Path\n"
        "sys.addaudithook(hook)\n"
        "run_build(Path.cwd(), Options(), lambda notice: None, lambda name, done, total: None)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    return subprocess.run([sys.executable, "-c", code], cwd=root, env=env, check=False, timeout=60).returncode


@pytest.mark.slow
def test_killed_at_every_file_operation_of_a_publication(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    assert command(root, "build").returncode == 0
    rng = random.Random(5)  # noqa: S311 - reproducible edits
    number, status = 1, -9
    while status == -9:
        edit(root, rng)
        status = at_operation(root, number)
        assert is_whole(root)
        assert build(root).published
        assert published(root) == clean(root), number
        assert leftovers(root) == [], number
        number += 3
    assert status == 0
    assert number > 30


def test_two_builds_at_once_both_end_well(tmp_path: Path) -> None:
    """The second waits and says for whom."""
    root = make_project(tmp_path / "project")
    both = [start(root), start(root)]
    ends = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    waited = [f"Waiting for process {other.pid}" in told for told, other in zip(ends, reversed(both), strict=True)]
    assert sum(waited) <= 1
    assert published(root) == clean(root)
    assert leftovers(root) == []


def test_a_check_beside_a_build_waits_too(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    process = start(root)
    done = command(root, "check")
    assert process.communicate(timeout=120)[1] is not None
    assert (process.returncode, done.returncode) == (0, 0)
    assert published(root) == clean(root)


def test_no_worker_outlives_a_killed_build(tmp_path: Path) -> None:
    """The workers of the pool watch the build that started them."""
    root = make_project(tmp_path / "project")
    process = start(root)
    deadline = time.monotonic() + 30
    while process.poll() is None and not workers(process.pid) and time.monotonic() < deadline:
        time.sleep(0.005)
    group = workers(process.pid)
    process.kill()
    process.communicate(timeout=60)
    while [pid for pid in group if is_alive(pid)] and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in group if is_alive(pid)] == []
    assert command(root, "build").returncode == 0
    assert published(root) == clean(root)


def workers(leader: int) -> list[int]:
    """Other processes of a build's process group."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal() and int(folder.name) != leader:
            try:
                if os.getpgid(int(folder.name)) == leader:
                    found.append(int(folder.name))
            except OSError:
                continue
    return found


def is_alive(pid: int) -> bool:
    """Whether a process runs; a zombie that nobody has buried yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
