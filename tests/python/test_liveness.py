"""What an app does around syncing: suspending, waiting for news, and saying how safe a record is."""

import asyncio
import threading

import alongside
import pytest
from alongside import AlongsideError, Standing, StorageProblem
from phone import Phone


def test_a_suspended_phone_touches_nothing_until_it_goes_on(worker):
    case = worker.core.add_client(alongside.NewClient(name="Tomasz Zielony"))
    worker.core.suspend()
    before = worker.files()
    with pytest.raises(AlongsideError.Storage) as refused:
        worker.core.caseload()
    assert refused.value.what == StorageProblem.LOCKED
    with pytest.raises(AlongsideError.Offline):
        worker.synchronise()
    assert worker.files() == before
    worker.core.resume()
    assert worker.core.client(case).unsent
    assert worker.synchronise().sent == 1


def test_a_record_is_here_then_sent_and_everything_is_verified(worker):
    case = worker.core.add_client(alongside.NewClient(name="Siobhán Ní Dhálaigh"))
    assert worker.core.standing(case) == Standing.ON_THIS_PHONE
    worker.synchronise()
    assert worker.core.standing(case) == Standing.SENT
    assert worker.core.sync_state().unsafe_yet > 0
    assert worker.core.sync_state().verified_at is None
    report = asyncio.run(worker.core.verify(30_000))
    assert report.repaired == 0
    assert worker.core.sync_state().verified_at is not None


def test_a_phone_that_waits_hears_of_news_and_can_stop_waiting(service, tmp_path):
    person = service.make_person("link_worker", "Aisha Bello")
    phones = [Phone(tmp_path / name) for name in ("one", "two")]
    for phone in phones:
        phone.enrol(service.url, service.make_code(person))
        phone.synchronise()
    one, two = phones

    heard = []
    waiting = threading.Thread(target=lambda: heard.append(asyncio.run(two.core.wait_for_news(50_000))))
    waiting.start()
    one.core.add_client(alongside.NewClient(name="Tomasz Zielony"))
    one.synchronise()
    waiting.join(timeout=20)
    assert heard == [True]
    two.synchronise()
    assert len(two.core.caseload()) == 1

    async def give_up():
        wait = asyncio.ensure_future(two.core.wait_for_news(50_000))
        await asyncio.sleep(0)
        while not wait.done():
            two.core.cancel_waiting()
            await asyncio.sleep(0)
        return await wait

    with pytest.raises(AlongsideError.Offline):
        asyncio.run(give_up())
