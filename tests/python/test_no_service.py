"""The service is not there, somebody else answers, or it refuses: the phone says which, and loses nothing."""

import alongside
import pytest
import stranger
from alongside import AlongsideError, InvalidReason, OfflineReason
from phone import Line, Phone
from stranger import Stranger

TRANSPORTS = pytest.mark.parametrize("line", [None, Line()], ids=["the core's transport", "the app's transport"])
STRANGERS = pytest.mark.parametrize(
    ("behave", "why"),
    [
        (stranger.login_page, OfflineReason.NOT_OUR_SERVER),
        (stranger.login_page_that_calls_itself_json, OfflineReason.NOT_OUR_SERVER),
        (stranger.redirect_to_login, OfflineReason.NOT_OUR_SERVER),
        (stranger.somebody_elses_json, OfflineReason.NOT_OUR_SERVER),
        (stranger.proxy_without_a_server, OfflineReason.SERVER_BUSY),
        (stranger.cut_in_the_middle, OfflineReason.CUT_OFF),
    ],
)


@STRANGERS
@TRANSPORTS
def test_enrolling_with_a_stranger_tells_who_answered(behave, why, line, tmp_path):
    phone = Phone(tmp_path, line)
    with Stranger(behave) as other, pytest.raises(AlongsideError.Offline) as offline:
        phone.enrol(other.url, "any code")
    assert offline.value.why == why
    assert phone.core.me() is None


@STRANGERS
def test_a_sync_that_a_stranger_answers_keeps_everything_for_later(behave, why, worker):
    case = worker.core.add_client(alongside.NewClient(name="Tomasz Zielony"))
    with Stranger(behave) as other, pytest.raises(AlongsideError.Offline) as offline:
        worker.line.detour = other.url
        worker.synchronise()
    assert offline.value.why == why
    assert worker.core.sync_state().unsent == 1
    worker.line.detour = None
    assert worker.synchronise().sent == 1
    assert not worker.core.client(case).unsent


def test_a_server_that_is_down_is_offline_and_everything_goes_when_it_is_back(service, tmp_path):
    phone = Phone(tmp_path / "phone")
    phone.enrol(service.url, service.make_code(service.make_person("link_worker", "Aisha Bello")))
    phone.core.add_client(alongside.NewClient(name="Siobhán Ní Dhálaigh"))
    service.stop()
    with pytest.raises(AlongsideError.Offline) as offline:
        phone.synchronise()
    assert offline.value.why == OfflineReason.UNREACHABLE
    service.start()
    assert phone.synchronise().sent == 1
    assert phone.core.sync_state().problem is None


def test_a_sync_without_time_ends_at_once(worker):
    with pytest.raises(AlongsideError.Offline) as offline:
        worker.synchronise(deadline_ms=0)
    assert offline.value.why == OfflineReason.OUT_OF_TIME


@pytest.mark.parametrize("code", ["AAAA-BBBB-CCCC-DDDD", "", "💷" * 40], ids=["unknown", "empty", "no letters"])
def test_a_code_that_nobody_was_given_is_not_known(code, service, bare_phone):
    with pytest.raises(AlongsideError.Invalid) as refused:
        bare_phone.enrol(service.url, code)
    assert (refused.value.field, refused.value.reason) == ("code", InvalidReason.UNKNOWN)
    assert bare_phone.core.me() is None


def test_a_code_works_for_one_phone(service, bare_phone, tmp_path):
    code = service.make_code(service.make_person("link_worker", "Aisha Bello"))
    Phone(tmp_path / "first phone").enrol(service.url, code)
    with pytest.raises(AlongsideError.Invalid) as refused:
        bare_phone.enrol(service.url, code)
    assert (refused.value.field, refused.value.reason) == ("code", InvalidReason.USED)


def test_a_code_that_is_too_old_says_so(service, bare_phone):
    code = service.make_code(service.make_person("link_worker", "Aisha Bello"), minutes=0)
    with pytest.raises(AlongsideError.Invalid) as refused:
        bare_phone.enrol(service.url, code)
    assert (refused.value.field, refused.value.reason) == ("code", InvalidReason.EXPIRED)


@pytest.mark.parametrize("address", ["", "riverside", "ftp://riverside.example", "http://", "http://[", "https://a b"])
def test_an_address_that_is_none_is_said_beside_its_field(address, bare_phone):
    with pytest.raises(AlongsideError.Invalid) as refused:
        bare_phone.enrol(address, "any code")
    assert (refused.value.field, refused.value.reason) == ("server", InvalidReason.WRONG_TYPE)


def test_a_revoked_phone_must_sign_in_again_and_keeps_what_was_written(service, worker):
    [device] = service.list_devices(worker.person)
    worker.core.add_client(alongside.NewClient(name="Nadia Hussain-Cole"))
    service.admin("revoke", device)
    with pytest.raises(AlongsideError.SignInAgain):
        worker.synchronise()
    state = worker.core.sync_state()
    assert (state.unsent, state.problem, state.next_attempt) == (1, "token_revoked", None)
    assert [line.name for line in worker.core.caseload()] == ["Nadia Hussain-Cole"]


def test_a_phone_that_was_never_enrolled_is_told_to_sign_in(bare_phone):
    assert bare_phone.core.me() is None
    with pytest.raises(AlongsideError.SignInAgain):
        bare_phone.synchronise()
