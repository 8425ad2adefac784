"""`brief export`: each format is read by a library that others use for it, and nothing withheld is in any of them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft202012Validator
from pyld import jsonld

from generator.export.schema import TABLES
from generator.exporting import run_export
from generator.publish import ForeignFolderError
from generator.report import Options
from tests.projects import command, make_project, published, write

DOCS = Path(__file__).parents[2] / "docs"


def project_with_everything(root: Path) -> Path:
    """The usual project, with a dispute, a desk's point, restricted rights and a name in another script."""
    make_project(root)
    write(
        root / "content/actors/amir-al-jamali.yaml",
        "name: Amir al-Jamali\nnative_name: {text: أمير الجمالي, language: ar}\ncountry: FJ\nwikidata: Q1\n"
        "aliases: [Amir Jamaly]\n"
        "roles: [{title: Spokesman, of: harbour-board, from: 2030-05}, {title: Adviser, of: Port Union}]\n"
        "memberships: [{of: harbour-board, role: member, from: 2029}]\n",
    )
    write(
        root / "content/disputes/dues.yaml",
        "question: Who asked first?\nkind: report-vs-report\nstatus: open\npositions:\n"
        "  - {text: Fiji did., held_by: [mara-oduya], cites: [{article: 2031-03-12-kenya-asks,"
        " text: Mara Oduya did not answer the question in Parliament.}]}\n"
        "  - {text: Iceland did., held_by: [tomas-lindqvist], cites: [{article: 2031-03-09-dues-halved,"
        " text: Mara Oduya said the lower dues would cost Fiji two million dollars a year.}]}\n",
    )
    return root


def export(root: Path, *kinds: str, **options: Any) -> dict[str, bytes]:
    done = run_export(root, Options(out="export", **options), kinds, lambda _notice: None)
    assert not done.stopped
    return published(root, "export")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_with_everything(tmp_path_factory.mktemp("exports"))


@pytest.fixture(scope="module")
def files(root: Path) -> dict[str, bytes]:
    return export(root)


# --- tables -----------------------------------------------------------------------------------------------------------


def _csv(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"csv/{name}.csv"].decode(), newline="")))


def test_a_csv_reader_reads_rows_under_the_documented_columns(files: dict[str, bytes]) -> None:
    for table in TABLES:
        if f"csv/{table.name}.csv" in files:
            rows = _csv(files, table.name)
            assert rows, table.name
            assert list(rows[0]) == [column.name for column in table.columns]
    roles = {(row["actor"], row["title"]): row for row in _csv(files, "roles")}
    assert roles["mara-oduya", "Foreign Minister"]["end"] == "2033"
    assert roles["amir-al-jamali", "Adviser"]["of"] == "Port Union"


@pytest.mark.parametrize("name", ["statements", "timeline", "relations"])
def test_each_row_can_be_held_against_its_article(files: dict[str, bytes], name: str) -> None:
    texts = dict(_open(files).execute("SELECT id, text FROM articles"))
    for row in _csv(files, name):
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["passage"]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    write(root / "content/actors/mara-oduya.yaml", "name: Mara Oduya\nroles: [{title: '=HYPERLINK(\"https://x.example\")'}]\n")
    (row,) = [row for row in _csv(export(root, "csv"), "roles") if row["actor"] == "mara-oduya"]
    assert row["title"] == '\'=HYPERLINK("https://x.example")'


def _open(files: dict[str, bytes]) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(files["dataset.sqlite"])
    return database


def test_the_database_is_sound_and_its_references_hold(files: dict[str, bytes]) -> None:
    database = _open(files)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert tables == [table.name for table in TABLES]
    said = "SELECT a.title FROM statements s JOIN articles a ON a.id = s.article WHERE s.subject = 'mara-oduya'"
    assert database.execute(said).fetchall()


def test_datasette_opens_the_database(files: dict[str, bytes], tmp_path: Path) -> None:
    datasette = pytest.importorskip("datasette.app")
    import asyncio

    path = tmp_path / "dataset.sqlite"
    path.write_bytes(files["dataset.sqlite"])

    async def ask() -> Any:
        served = datasette.Datasette([str(path)])
        await served.invoke_startup()
        return (await served.client.get("/dataset/actors.json?_shape=array&_sort=id")).json()

    assert [row["id"] for row in asyncio.run(ask())] == ["amir-al-jamali", "harbour-board", "mara-oduya", "tomas-lindqvist"]


# --- citations --------------------------------------------------------------------------------------------------------


def test_a_citation_processor_makes_a_bibliography_of_a_page(files: dict[str, bytes]) -> None:
    items = json.loads(files["csl/actors/mara-oduya.json"])
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    bibliography.sort()
    lines = [str(line) for line in bibliography.bibliography()]
    assert len(lines) == len(items) == 3
    assert any("Two ministers talk about the harbour" in line and "Harbour News" in line and "2031" in line for line in lines)


def test_the_file_of_all_citations_holds_each_article_once(files: dict[str, bytes]) -> None:
    ids = [item["id"] for item in json.loads(files["csl/all.json"])]
    assert ids == sorted(set(ids))
    assert len(ids) == 4


# --- people and bodies ------------------------------------------------------------------------------------------------


def test_popolo_fits_its_schema_and_its_references_hold(files: dict[str, bytes]) -> None:
    schema = json.loads((DOCS / "schema" / "exports" / "popolo.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    data = json.loads(files["popolo.json"])
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    people, bodies, areas = ({one["id"] for one in data[kind]} for kind in ("persons", "organizations", "areas"))
    for one in data["memberships"]:
        assert one["person_id"] in people
        assert one.get("organization_id") in bodies | {None}
        assert one.get("area_id") in areas | {None}
    (spokesman,) = [one for one in data["memberships"] if one["role"] == "Spokesman"]
    assert (spokesman["organization_id"], spokesman["start_date"]) == ("harbour-board", "2030-05")


# --- annotations ------------------------------------------------------------------------------------------------------


def _annotations(files: dict[str, bytes]) -> list[dict[str, Any]]:
    """Every annotation as a JSON-LD processor sees it."""
    oa = "http://www.w3.org/ns/oa#"
    # The W3C's context would have to be fetched; these are its words for what is used here.
    context = {
        "@vocab": oa, "id": "@id", "type": "@type", "items": "http://www.w3.org/ns/activitystreams#items",
        "motivation": {"@id": oa + "motivatedBy", "@type": "@vocab"}, "body": {"@id": oa + "hasBody"},
        "target": {"@id": oa + "hasTarget"}, "source": {"@id": oa + "hasSource", "@type": "@id"},
        "selector": {"@id": oa + "hasSelector"},
    }  # fmt: skip
    found = []
    for path, content in files.items():
        if path.startswith("annotations/"):
            document = json.loads(content)
            assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
            nodes = jsonld.flatten(document | {"@context": context}, None, {"base": "https://brief.example.org/"})
            found += [node for node in nodes if node.get("@type") == [oa + "Annotation"]]
            assert len(found) >= len(document["items"])
    return found


def test_a_json_ld_processor_reads_every_annotation(files: dict[str, bytes]) -> None:
    found = _annotations(files)
    oa = "http://www.w3.org/ns/oa#"
    assert all(one[oa + "motivatedBy"] == [{"@id": oa + "identifying"}] for one in found)
    assert "https://brief.example.org/actors/mara-oduya.html" in {one[oa + "hasBody"][0]["@id"] for one in found}
    assert len({one["@id"] for one in found}) == len(found)


def test_the_quoted_words_stand_where_the_position_says(files: dict[str, bytes]) -> None:
    texts = dict(_open(files).execute("SELECT id, text FROM articles"))
    for path, content in files.items():
        if path.startswith("annotations/"):
            text = texts[Path(path).stem]
            for one in json.loads(content)["items"]:
                place, quote = one["target"]["selector"]
                assert text[place["start"] : place["end"]] == quote["exact"]
                assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


# --- PDF --------------------------------------------------------------------------------------------------------------


def test_a_pdf_is_tagged_and_holds_every_endnote(root: Path, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:  # OSError: the library is there, and the system's Pango is not
        pytest.skip(f"pages cannot be set on this machine: {error}")
    done = run_export(root, Options(out=str(tmp_path / "print")), ("pdf",), lambda _notice: None)
    assert not done.stopped
    document = pypdf.PdfReader(tmp_path / "print/pdf/actors/mara-oduya.pdf")
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert document.trailer["/Root"]["/Lang"] == "en"
    assert document.metadata.title.startswith("Mara Oduya")
    text = " ".join(page.extract_text() for page in document.pages)
    assert "TLP:CLEAR" in text
    assert len(document.pages) <= 2
    assert "Harbour News" in text
    links = [note.get_object() for page in document.pages for note in page.get("/Annots", [])]
    assert [one for one in links if "site.invalid" in str(one)] == []


# --- the folder -------------------------------------------------------------------------------------------------------


def test_the_same_project_gives_the_same_bytes(root: Path, files: dict[str, bytes]) -> None:
    assert export(root) == files


def test_the_folder_holds_what_was_asked_for_last(root: Path) -> None:
    assert sorted(export(root, "popolo")) == ["manifest.json", "popolo.json"]


@pytest.mark.parametrize("held", ["notes.txt", "index.html"])
def test_a_folder_with_other_files_or_a_site_is_refused(tmp_path: Path, held: str) -> None:
    root = make_project(tmp_path)
    write(root / "export" / held, "mine")
    if held == "index.html":
        write(root / "export/manifest.json", json.dumps({held: "0" * 64}))
    with pytest.raises(ForeignFolderError):
        export(root)
    assert (root / "export" / held).read_text() == "mine"


def test_the_command_says_what_it_did_and_refuses_with_the_usual_status(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    done = command(root, "export", "csv", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["files"] == 4
    write(root / "content/actors/wrong.yaml", "nam: Nobody\n")
    failed = command(root, "export")
    assert failed.returncode == 1
    assert "content/actors/wrong.yaml:1:1" in failed.stderr
    assert command(root, "export", "--out", "content").returncode == 2


# --- what must not be there -------------------------------------------------------------------------------------------


def test_nothing_withheld_is_in_any_export(tmp_path: Path) -> None:
    """Canary words in articles and actors that marks, days, embargoes, rights, status and `public` keep back."""
    root = make_project(tmp_path)
    hidden = {
        "amber": "handling: AMBER\n",
        "later": "",
        "held": "embargo: 2031-04-01T00:00:00Z\n",
        "draft": "status: draft\n",
        "bare": "rights: metadata\n",
        "gone": "status: withdrawn\nwithdrawn: {date: 2031-03-11, reason: Wrong}\n",
    }
    for name, fields in hidden.items():
        day = "2031-03-20" if name == "later" else "2031-03-10"
        write(root / f"content/articles/{day}-{name}.txt", f"Mara Oduya met zq{name}canary in Suva. Fiji agreed.\n")
        write(root / f"content/articles/{day}-{name}.yaml", f"title: Of the {name}\ndate: {day}\nsource: harbour-news\n{fields}")
    write(root / "content/articles/2031-03-11-part.txt", "Nobody came. zqpartcanary fell. It rained. Mara Oduya left Suva.\n")
    write(root / "content/articles/2031-03-11-part.yaml", "title: Part\ndate: 2031-03-11\nrights: excerpt\n")
    write(root / "content/actors/quiet.yaml", "name: Zqquiet Canary\npublic: false\ncountry: FJ\n")
    write(root / "content/actors/marked.yaml", "name: Zqmarked Canary\nhandling: RED\ncountry: FJ\n")
    files = export(root, as_of="2031-03-15")
    for path, content in files.items():
        text = content.decode("utf-8", "replace").lower()
        assert [word for word in ("zqamber", "zqlater", "zqheld", "zqdraft") if word in text] == [], path
        assert [word for word in ("zqbare", "zqgone", "zqpart", "zqquiet", "zqmarked") if word in text] == [], path
    assert "2031-03-10-bare" in files["csl/all.json"].decode()
