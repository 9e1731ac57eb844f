"""Assessments through the bindings: a signed pack, honest ends, a copy for the client, and how answers have moved."""

import json
import subprocess

import alongside
import pytest
from alongside import AlongsideError, InvalidReason

HOME = alongside.ContactMode.HOME

DEFINITION = {
    "id": "made-up",
    "version": 1,
    "title": "Made-up questions",
    "owner": "Nobody",
    "licence": {"id": "N-1", "holder": "The Invented Trust", "text": "Used under licence N-1."},
    "languages": ["en-GB"],
    "order": "free",
    "response_sets": [
        {"id": "scale", "scale": {"min": 0, "max": 4, "min_label": "not at all", "max_label": "very"}},
        {"id": "words", "own_words": {"max_chars": 40}},
    ],
    "items": [
        {
            "id": item,
            "name": name,
            "prompt": f"How is {name}?",
            "response_set": answers,
            "higher_is": "better",
            "required": True,
        }
        for item, name, answers in [("rest", "rest", "scale"), ("wish", "the wish", "words")]
    ],
    "scores": [
        {
            "id": "double",
            "name": "rest doubled",
            "higher_is": "better",
            "items": [{"item": "rest"}],
            "missing": "no_score",
            "steps": [{"times": 2}],
        }
    ],
}


@pytest.fixture
def signer(service, tmp_path):
    """A licence holder with a key of their own: signs definitions with the server's program."""
    key = tmp_path / "secret"
    said = pack(service, "new-key", str(key))

    def sign(definition):
        file = tmp_path / "definition.json"
        file.write_text(json.dumps(definition))
        return pack(service, "sign", "--key", str(key), str(file)).encode()

    sign.public = said.split()[1]
    return sign


def pack(service, *words):
    done = subprocess.run([service.program, "pack", *words], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def phone(worker, signer):
    """The link worker's phone, told whose packs to take."""
    worker.stop()
    worker.core = alongside.Companion(str(worker.folder), worker.keys, worker.line, worker.heard, [signer.public])
    return worker


@pytest.fixture
def case(worker):
    return worker.core.add_client(alongside.NewClient(name="Wren Abbott"))


def test_a_signed_pack_is_taken_and_held_and_scored(phone, signer, case):
    signed = signer(DEFINITION)
    check = phone.core.check_pack(signed)
    assert (check.code, check.instrument.licence_holder, check.instrument.questions) == (None, "The Invented Trust", 2)
    phone.core.load_pack(signed)
    assert "made-up" in [known.id for known in phone.core.instruments()]

    start = phone.core.start_assessment(case, "made-up", HOME)
    assert not start.what_matters_asked and "own words" in start.hints[0]
    phone.core.answer(start.assessment, "rest", alongside.Response.VALUE(4))
    phone.core.answer(start.assessment, "wish", alongside.Response.TEXT("to be left in peace"))
    phone.core.clear_answer(start.assessment, "wish")
    phone.core.place_in_contact(start.assessment, case)
    sealed = phone.core.submit_assessment(start.assessment)
    view = phone.core.assessment(sealed)
    assert [(score.name, score.said) for score in view.scores] == [("rest doubled", "8")]
    assert (view.first_answered_item, view.licence, view.fixed_order) == ("rest", "Used under licence N-1.", False)
    assert view.questions[0].scale.max == 4 and view.questions[1].most_characters == 40
    assert phone.synchronise().sent > 0


def test_a_pack_that_cannot_be_trusted_is_refused_with_a_reason(phone, signer, case):
    signed = signer(DEFINITION)
    before = phone.core.list_instruments()
    for bytes_, code, reason in [
        (json.dumps(DEFINITION).encode(), "pack_unsigned", InvalidReason.UNSIGNED),
        (signed.replace(b"How is rest", b"How was rest"), "pack_damaged", InvalidReason.DAMAGED),
        (signed.replace(b'"signature": "', b'"signature": "00'), "pack_signature_wrong", InvalidReason.NOT_TRUSTED),
        (b"\xff\x00", "pack_malformed", InvalidReason.WRONG_TYPE),
    ]:
        assert phone.core.check_pack(bytes_).code == code
        with pytest.raises(AlongsideError.Invalid) as refused:
            phone.core.load_pack(bytes_)
        assert (refused.value.field, refused.value.reason) == ("pack", reason)
    assert phone.core.list_instruments() == before


def test_a_key_that_is_none_is_refused_when_the_app_opens(tmp_path, worker):
    with pytest.raises(AlongsideError.Invalid) as refused:
        alongside.Companion(str(tmp_path / "other"), worker.keys, worker.line, None, ["not a key"])
    assert refused.value.field == "pack_signers"


def test_an_assessment_may_end_honestly_and_answers_are_compared_one_by_one(phone, case):
    core = phone.core
    declined = core.decline_assessment(case, "ons4", HOME, "not on a bad day")
    assert core.assessment(declined).outcome == alongside.AssessmentOutcome.DECLINED
    given_up = core.start_assessment(case, "ons4", HOME).assessment
    core.answer(given_up, "anxiety", alongside.Response.VALUE(9))
    assert core.assessment(core.abandon_assessment(given_up)).answered == 0

    for anxiety in (7, 4):
        sheet = core.start_assessment(case, "ons4", HOME).assessment
        core.answer(sheet, "anxiety", alongside.Response.VALUE(anxiety))
        sealed = core.submit_assessment(sheet)
    change = core.change_over_time(case, "ons4")
    assert (len(change.held), change.left_out) == (2, 0)
    anxiety = change.questions[3]
    assert (anxiety.since_before.by, anxiety.since_before.direction, anxiety.pairs) == (-3, "better", 1)
    assert anxiety.notice == "for anxiety, higher is worse"

    core.share_assessment(sealed)
    [copy] = core.assessment_copies(case)
    assert "4 out of 10" in [line.said for line in copy.lines]
    assert core.assessment(sealed).client_has_copy


def test_what_matters_stands_in_the_clients_order(phone, case):
    core = phone.core
    first, second = (core.say_what_matters(case, words) for words in ("My garden", "Sleep"))
    core.order_what_matters(case, [second, first])
    core.reword_what_matters(second, "Sleeping through")
    assert [one.matters.words for one in core.what_matters(case)] == ["Sleeping through", "My garden"]
    core.put_away_what_matters(first)
    assert len(core.what_matters(case)) == 1 and core.first_question(case) is None
