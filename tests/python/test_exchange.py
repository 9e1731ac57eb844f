"""A record handed on through the real library: as files with a media type, and never with what was held back."""

import json

import alongside
import pytest
from alongside import AlongsideError, ExportForm, InvalidReason

SAID = "Nia spoke of her neighbour Tom, who drinks, and of the quince tree."


@pytest.fixture
def case(worker):
    case = worker.core.add_client(alongside.NewClient(name="Nia Quillfeather", birth_year=1950))
    note = worker.core.start_note(case)
    worker.core.keep_note(note, SAID)
    worker.core.sign_note(note)
    return case


def test_every_export_is_a_file_whose_name_says_nothing_of_the_person(worker, case):
    for form in ExportForm:
        file = worker.core.export(case, form)
        assert file.bytes and "/" in file.media_type
        assert file.file_name.startswith("alongside-") and "nia" not in file.file_name.lower()


def test_the_bundle_is_about_the_person(worker, case):
    bundle = json.loads(worker.core.export(case, ExportForm.BUNDLE).bytes)
    kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
    assert kinds.count("Patient") == 1 and kinds.count("DocumentReference") == 1


def test_a_marked_passage_stays_behind_until_somebody_decides(worker, case):
    [note] = worker.core.notes(case)
    mark = worker.core.mark_passage(note.id, "her neighbour Tom, who drinks", alongside.PassageReason.THIRD_PARTY)
    with pytest.raises(AlongsideError.Invalid) as refused:
        worker.core.subject_access(case, [])
    assert (refused.value.field, refused.value.reason) == ("decisions", InvalidReason.UNDECIDED)
    [passage] = worker.core.passages(case)
    assert passage.mark == mark
    decision = alongside.PassageDecision(mark=mark, disclose=False, decided_by="Ruth Adeyemi")
    page, records = worker.core.subject_access(case, [decision])
    assert b"who drinks" not in page.bytes and b"who drinks" not in records.bytes
    assert b"quince tree" in page.bytes
