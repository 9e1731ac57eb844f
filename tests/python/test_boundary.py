"""The boundary between an app and the core: whatever crosses it, a call answers or fails with a type of its own."""

import threading
import uuid

import alongside
import pytest
from alongside import AlongsideError, InvalidReason
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from phone import Heard, Keys, Line, Phone

KIB_64 = 64 * 1024
NOBODY = str(uuid.UUID(int=1))
EACH = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def case(worker):
    return worker.core.add_client(alongside.NewClient(name="Wren Abbott"))


def invalid(call, field, reason):
    with pytest.raises(AlongsideError.Invalid) as refused:
        call()
    assert (refused.value.field, refused.value.reason) == (field, reason)


@EACH
@given(body=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_as_it_was_typed(worker, case, body):
    note = worker.core.start_note(case)
    worker.core.keep_note(note, body)
    assert worker.core.note(note).note.body == body
    worker.core.save_note(note)
    assert worker.core.note(note).note.body == body


@EACH
@given(text=st.text(st.characters(exclude_categories=["Cs"])), number=st.integers(0, 2**32 - 1))
def test_any_words_can_be_searched_for(worker, case, text, number):
    assert isinstance(worker.core.search(text, number), list)


@EACH
@given(text=st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not is_an_id(text)))
def test_text_that_is_no_id_is_said_to_be_none(worker, text):
    invalid(lambda: worker.core.client(text), "case", InvalidReason.WRONG_TYPE)
    invalid(lambda: worker.core.note(text), "id", InvalidReason.WRONG_TYPE)
    new = alongside.NewReferral(need=text, to="Debt advice", why="Letters")
    invalid(lambda: worker.core.refer_onward(NOBODY, new), "id", InvalidReason.WRONG_TYPE)


def is_an_id(text):
    try:
        return bool(uuid.UUID(text))
    except ValueError:
        return False


def test_an_id_that_nothing_has_is_not_found(worker, case):
    core = worker.core
    for call in [
        lambda: core.client(NOBODY),
        lambda: core.note(NOBODY),
        lambda: core.note(case),
        lambda: core.keep_note(NOBODY, "text"),
        lambda: core.sign_note(NOBODY),
        lambda: core.tick_step(NOBODY, True),
        lambda: core.add_step(NOBODY, "title", alongside.StepBy.CLIENT),
        lambda: core.check_in(NOBODY, 5),
        lambda: core.answer(NOBODY, "anxiety", alongside.Response.VALUE(1)),
        lambda: core.submit_assessment(NOBODY),
        lambda: core.set_referral_status(NOBODY, alongside.ReferralState.SENT),
        lambda: core.discard_draft(NOBODY),
    ]:
        with pytest.raises(AlongsideError.NotFound):
            call()
    assert core.notes(NOBODY) == [] and core.next_contact(NOBODY) is None


def test_nothing_at_all_is_said_to_be_empty(worker, case):
    core = worker.core
    note = core.start_note(case)
    sheet = core.start_assessment(case, "ons4", alongside.ContactMode.HOME).assessment
    goal = alongside.NewGoal(wording=" \n", wording_by=alongside.WordingBy.CLIENT)
    for call, field in [
        (lambda: core.add_client(alongside.NewClient(name="")), "name"),
        (lambda: core.sign_note(note), "body"),
        (lambda: core.submit_assessment(sheet), "answer"),
        (lambda: core.agree_goal(case, goal), "wording"),
        (lambda: core.raise_need(case, alongside.NeedCategory.FOOD, ""), "words"),
        (lambda: core.refer_onward(case, alongside.NewReferral(to="", why="")), "to"),
        (lambda: core.plan_next_contact(case, 0, alongside.ContactMode.PHONE, ""), "why"),
    ]:
        invalid(call, field, InvalidReason.EMPTY)


def test_a_note_may_have_64_kib_and_not_a_byte_more(worker, case):
    note = worker.core.start_note(case)
    worker.core.keep_note(note, "é" * (KIB_64 // 2))
    for longer in ["é" * (KIB_64 // 2) + "e", "e" * 5_000_000]:
        invalid(lambda text=longer: worker.core.keep_note(note, text), "body", InvalidReason.TOO_LONG)
        invalid(lambda text=longer: worker.core.type_note(note, text), "body", InvalidReason.TOO_LONG)
    assert worker.core.note(note).note.body == "é" * (KIB_64 // 2)


@pytest.mark.parametrize("at", [-(2**63), 2**63 - 1])
def test_a_time_that_no_calendar_has_is_out_of_range(worker, case, at):
    plan = lambda: worker.core.plan_next_contact(case, at, alongside.ContactMode.HOME, "To talk")  # noqa: E731
    invalid(plan, "at", InvalidReason.OUT_OF_RANGE)


@pytest.mark.parametrize("value", [-1, 11, -(2**63), 2**63 - 1])
def test_numbers_outside_a_scale_are_out_of_range(worker, case, value):
    goal = worker.core.agree_goal(
        case, alongside.NewGoal(wording="To sleep", wording_by=alongside.WordingBy.CLIENT)
    )
    invalid(lambda: worker.core.check_in(goal, value), "score", InvalidReason.OUT_OF_RANGE)


def test_a_refusal_by_a_service_is_owed_its_reason(worker, case):
    referral = worker.core.refer_onward(case, alongside.NewReferral(to="Walking group", why="Company"))
    refuse = lambda reason: worker.core.set_referral_status(referral, alongside.ReferralState.REJECTED, reason)  # noqa: E731
    invalid(lambda: refuse("They are full"), "status", InvalidReason.NOT_FROM_HERE)
    worker.core.set_referral_status(referral, alongside.ReferralState.SENT)
    invalid(lambda: refuse(None), "reason", InvalidReason.NEEDS_REASON)
    refuse("They take nobody with high blood pressure")
    [view] = worker.core.referrals(case)
    assert [status.status.status for status in view.statuses] == [
        alongside.ReferralState.SENT,
        alongside.ReferralState.REJECTED,
    ]
    [duty] = worker.core.duties(case)
    assert (duty.duty.origin, duty.duty.about) == (alongside.DutyOrigin.BOUNCE, referral)


def test_a_word_of_a_newer_version_cannot_be_written(worker, case):
    goal = alongside.NewGoal(wording="To sleep", wording_by=alongside.WordingBy.UNKNOWN)
    with pytest.raises(AlongsideError.Invalid):
        worker.core.agree_goal(case, goal)


def test_a_listener_that_throws_disturbs_nobody(service, tmp_path):
    class Clumsy(alongside.ChangeListener):
        def changed(self, change):
            raise RuntimeError("a fault of the app")

    core = alongside.Companion(str(tmp_path / "phone"), Keys(), None, Clumsy())
    phone = Phone(tmp_path / "other")
    phone.core, phone.keys = core, None
    phone.enrol(service.url, service.make_code(service.make_person("link_worker", "Aisha Bello")))
    case = core.add_client(alongside.NewClient(name="Wren Abbott"))
    assert core.client(case).client.name == "Wren Abbott"
    assert phone.synchronise().sent == 1


def test_a_listener_may_ask_the_core_from_where_it_is_told(service, tmp_path):
    class Asking(Heard):
        phone = None

        def changed(self, change):
            self.changes.append((change, len(self.phone.core.caseload())))

    phone = Phone(tmp_path / "phone")
    phone.stop()
    phone.heard = Asking()
    phone.heard.phone = phone
    phone.start()
    phone.enrol(service.url, service.make_code(service.make_person("link_worker", "Aisha Bello")))
    phone.core.add_client(alongside.NewClient(name="Wren Abbott"))
    assert phone.heard.changes[-1] == (alongside.Change.SAVED, 1)


@pytest.mark.parametrize("answer", [None, "text", KeyError("a fault of the app")], ids=["none", "text", "thrown"])
def test_a_transport_that_breaks_its_contract_is_a_connection_cut_off(worker, answer):
    async def send(request):
        if isinstance(answer, Exception):
            raise answer
        return answer

    worker.line.send = send
    with pytest.raises(AlongsideError.Offline) as offline:
        worker.synchronise()
    assert offline.value.why == alongside.OfflineReason.CUT_OFF


def test_a_transport_that_gives_more_than_was_asked_for_is_not_believed(worker):
    async def send(request):
        return alongside.HttpReply(status=200, content_type="application/json", body=bytes(request.most_bytes + 1))

    worker.line.send = send
    with pytest.raises(AlongsideError.Unexpected) as refused:
        worker.synchronise()
    assert refused.value.reference == "reply_too_large"


def test_the_app_may_let_go_of_what_it_brought(service, tmp_path):
    core = alongside.Companion(str(tmp_path / "phone"), Keys(), Line(), Heard())
    phone = Phone(tmp_path / "other")
    phone.core = core
    phone.enrol(service.url, service.make_code(service.make_person("link_worker", "Aisha Bello")))
    assert phone.synchronise().requests == 1


def test_several_threads_may_use_one_phone(worker, case):
    def write():
        for number in range(20):
            worker.core.keep_note(worker.core.start_note(case), f"Note {number}")

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(worker.core.drafts()) == 80


class Tower(alongside.DeviceClock):
    """The platform's clocks: this one's wall clock is years slow."""

    def __init__(self, broken=False):
        self.broken = broken

    def boot(self):
        return "seventh"

    def elapsed_ms(self):
        if self.broken:
            raise RuntimeError("a fault of the app")
        return 60_000

    def wall_ms(self):
        return 1_500_000_000_000


@pytest.mark.parametrize(("broken", "expected"), [(False, 1_500_000_000_000), (True, None)])
def test_the_platforms_clock_is_asked_unless_it_throws(service, tmp_path, broken, expected):
    phone = Phone(tmp_path / "phone", Line())
    phone.stop()
    phone.core = alongside.Companion(str(tmp_path / "phone"), phone.keys, phone.line, phone.heard, clock=Tower(broken))
    phone.enrol(service.url, service.make_code(service.make_person("link_worker", "Aisha Bello")))
    phone.core.start_note(phone.core.add_client(alongside.NewClient(name="Wren Abbott")))
    [draft] = phone.core.drafts()
    assert (draft.started == expected) if expected else (draft.started > 1_790_000_000_000)
