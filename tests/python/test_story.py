"""The story, from a home visit with no signal to the supervisor's page, through the real library and a real server.

Everybody and everything in it is invented.
"""

import asyncio
import time

import alongside
import pytest
from alongside import AlongsideError, InvalidReason, OfflineReason
from phone import DEADLINE_MS, Phone
from supervisor import Browser, list_links, text

DAY_MS = 86_400_000
NOTE = "Delyth spoke of the marmalade her mother made, and of not opening the gooseberry-coloured letters from the bank."
GOAL = "I want to sit in the rhubarb garden again before the frost"
MATTERS = "My garden, and not being hurried – gooseberries before forms"
STEP = "Ring the allotment about the wheelbarrow"
SAID = "It comes in the evenings, like the trombone next door"
WHY = "To open the letters together, as Delyth asked"
# A picture of one dot: a frame, a scan, and nothing beside them.
A_JPEG = bytes.fromhex("ffd8" "ffc0000b080001000101011100" "ffda0008010100003f00" "2a" "ffd9")
SECRETS = ["Delyth", "marmalade", "gooseberry", "rhubarb", "wheelbarrow", "trombone", "letters", "Sana", "Riverside"]


def test_a_note_written_with_no_signal_reaches_the_supervisor(service, worker, tmp_path):
    password = service.make_supervisor("Ruth Adeyemi", "ruth")

    # On a home visit, with no signal.
    worker.line.on = False
    case = opens_a_case(worker)
    asks_what_matters_first(worker, case)
    note = writes_a_note(worker, case)
    goal = agrees_a_goal(worker, case)
    sheet = holds_an_assessment_in_two_sittings(worker, case)
    draft = begins_a_note_for_herself(worker, case)
    unsent = hears_that_all_of_it_is_on_this_phone_only(worker)
    leaves_nothing_to_read_in_the_files(worker)

    # Back in town.
    worker.line.on = True
    report = worker.synchronise()
    assert report.sent == unsent
    state = worker.core.sync_state()
    assert (state.unsent, state.problem, state.remarks) == (0, None, 0)
    assert alongside.Change.SYNCED in worker.heard.changes

    client = becomes_the_clients_own_case(service, case, tmp_path)
    sees_their_goal_and_who_comes_when(client, case)
    does_a_step_and_says_how_it_goes(client, case)
    sees_what_the_client_did(worker, case, goal)

    colleague = takes_over(service, case, tmp_path)
    reads_what_was_signed_and_nobodys_draft(colleague, case, note, draft)

    received_once(service, password)
    cannot_be_submitted_again(worker, sheet)
    worker.synchronise()
    received_once(service, password)


def opens_a_case(worker):
    case = worker.core.add_client(
        alongside.NewClient(name="Delyth Vaughan-Okoro", known_as="Del", birth_year=1951, conditions=["copd"])
    )
    worker.core.set_safe_contact(case, "Not on the landline: her nephew answers it")
    worker.core.introduce_link_worker(case, "I have time to listen, and know what is nearby", "0191 496 0001, Tuesdays")
    worker.core.plan_next_contact(case, now_ms() + 7 * DAY_MS, alongside.ContactMode.HOME, WHY)
    [line] = worker.core.caseload()
    assert (line.case, line.name, line.unsent) == (case, "Delyth Vaughan-Okoro", True)
    return case


def asks_what_matters_first(worker, case):
    assert worker.core.first_question(case) == "What matters to you?"
    worker.core.say_what_matters(case, MATTERS)
    [matters] = worker.core.what_matters(case)
    assert (matters.matters.words, matters.unsent) == (MATTERS, True)
    assert worker.core.first_question(case) is None


def writes_a_note(worker, case):
    """Typed letter by letter; the phone dies in the middle, and at most twenty letters are gone."""
    contact = worker.core.record_contact(
        case,
        alongside.NewContact(
            at=None,
            mode=alongside.ContactMode.HOME,
            direction=alongside.ContactDirection.WORKER,
            purposes=[alongside.ContactPurpose.LISTEN],
            agreed_before=True,
            outcome=alongside.ContactOutcome.TWO_WAY,
        ),
    )
    note = worker.core.start_note(case, contact)
    for end in range(1, 80):
        worker.core.type_note(note, NOTE[:end])
    worker.stop()
    worker.start()
    left = worker.core.note(note).note.body
    assert NOTE.startswith(left) and 79 - len(left) < 20
    worker.core.keep_note(note, NOTE)
    worker.core.promise(note, "Bring the form about the heating")
    signed = worker.core.sign_note(note)
    view = worker.core.note(signed)
    assert (view.note.body, view.state, view.unsent) == (NOTE, alongside.NoteState.SIGNED, True)
    return signed


def agrees_a_goal(worker, case):
    goal = worker.core.agree_goal(
        case,
        alongside.NewGoal(
            wording=GOAL, wording_by=alongside.WordingBy.CLIENT, category=alongside.NeedCategory.CONNECTION
        ),
    )
    worker.core.add_step(goal, STEP, alongside.StepBy.CLIENT)
    worker.core.add_step(goal, "Borrow the folding chair", alongside.StepBy.WORKER)
    [view] = worker.core.goals(case)
    assert [step.step.title for step in view.steps] == [STEP, "Borrow the folding chair"]
    return goal


def holds_an_assessment_in_two_sittings(worker, case):
    mode = alongside.ContactMode.HOME
    start = worker.core.start_assessment(case, "ons4", mode)
    assert start.what_matters_asked and not start.resumed and start.hints == []
    sheet = start.assessment
    worker.core.answer(sheet, "satisfaction", alongside.Response.VALUE(6))
    worker.core.answer(sheet, "worthwhile", alongside.Response.VALUE(0))
    worker.core.pause_assessment(sheet)
    assert [draft.kind for draft in worker.core.drafts()] == ["assessment"]
    worker.stop()

    # Days later; the same draft goes on where it stopped.
    worker.start()
    again = worker.core.start_assessment(case, "ons4", mode)
    assert (again.assessment, again.resumed) == (sheet, True)
    view = worker.core.assessment(sheet)
    assert (view.answered, view.left, view.state) == (2, 2, alongside.AssessmentState.DRAFT)
    assert [question.value for question in view.questions] == [6, 0, None, None]
    with pytest.raises(AlongsideError.Invalid) as refused:
        worker.core.answer(sheet, "anxiety", alongside.Response.VALUE(11))
    assert refused.value.reason == InvalidReason.OUT_OF_RANGE
    worker.core.answer(sheet, "happiness", alongside.Response.VALUE(4))
    worker.core.answer(sheet, "anxiety", alongside.Response.VALUE(7))
    worker.core.comment(sheet, "anxiety", SAID)
    sealed = worker.core.submit_assessment(sheet)
    assert worker.core.assessment(sealed).state == alongside.AssessmentState.SUBMITTED
    return sheet


def begins_a_note_for_herself(worker, case):
    draft = worker.core.start_note(case)
    worker.core.keep_note(draft, "I left too early today")
    worker.core.save_note(draft)
    return draft


def hears_that_all_of_it_is_on_this_phone_only(worker):
    before = worker.core.sync_state()
    assert before.unsent >= 10 and before.oldest_unsent is not None
    with pytest.raises(AlongsideError.Offline) as offline:
        worker.synchronise()
    assert offline.value.why == OfflineReason.UNREACHABLE
    after = worker.core.sync_state()
    assert (after.unsent, after.problem) == (before.unsent, "unreachable")
    assert after.next_attempt > after.last_attempt
    assert alongside.Change.SYNC_FAILED in worker.heard.changes
    return after.unsent


def leaves_nothing_to_read_in_the_files(phone):
    files = phone.files()
    assert sum(map(len, files.values())) > 50_000, "the phone's files were not found"
    for name, content in files.items():
        for secret in SECRETS:
            for encoding in ("utf-8", "utf-16-le"):
                assert secret.encode(encoding) not in content, f"{name} tells of {secret}"


def becomes_the_clients_own_case(service, case, tmp_path):
    person = service.make_person("client", "Delyth Vaughan-Okoro")
    service.admin("case", "--case", case, "--client", person)
    client = Phone(tmp_path / "client")
    me = client.enrol(service.url, service.make_code(person))
    assert (me.role, me.own_case) == (alongside.Role.CLIENT, case)
    client.synchronise()
    return client


def sees_their_goal_and_who_comes_when(client, case):
    [goal] = client.core.goals(case)
    assert (goal.goal.wording, goal.goal.wording_by) == (GOAL, alongside.WordingBy.CLIENT)
    coming = client.core.next_contact(case)
    assert (coming.who, coming.why, coming.mode) == ("Sana Iqbal", WHY, alongside.ContactMode.HOME)
    assert client.core.link_worker(case).reach == "0191 496 0001, Tuesdays"
    # What the worker wrote for her own work is not on the client's phone at all.
    assert client.core.notes(case) == [] and client.core.caseload() == []
    assert not {"visit_note", "client", "assessment"} & {record.kind for record in client.core.records()}


def does_a_step_and_says_how_it_goes(client, case):
    [goal] = client.core.goals(case)
    client.core.tick_step(goal.steps[0].id, True)
    photo = alongside.NewPhoto(jpeg=A_JPEG, preview=A_JPEG, caption="The wheelbarrow, with its new wheel")
    client.core.check_in_with_photo(goal.id, photo, 3, "Rang. They were kind.")
    with pytest.raises(AlongsideError.NotAllowed):
        client.core.add_client(alongside.NewClient(name="Somebody Else"))
    assert client.core.sync_state().unsent == 3
    client.synchronise()
    assert (client.core.sync_state().unsent, client.core.sync_state().photos_unsent) == (0, 1)
    asyncio.run(client.core.send_photos(DEADLINE_MS, metered=False))
    assert client.core.sync_state().photos_unsent == 0


def sees_what_the_client_did(worker, case, goal):
    worker.synchronise()
    [view] = worker.core.goals(case)
    assert view.id == goal
    assert [step.step.done for step in view.steps] == [True, False]
    [check_in] = view.check_ins
    said = check_in.check_in
    assert (said.by, said.score, said.words) == (alongside.CheckInBy.CLIENT, 3, "Rang. They were kind.")
    [photo] = check_in.photos
    assert photo.caption == "The wheelbarrow, with its new wheel"
    assert asyncio.run(worker.core.fetch_photo(photo.id, DEADLINE_MS))
    assert worker.core.photo(photo.id) == A_JPEG


def takes_over(service, case, tmp_path):
    person = service.make_person("link_worker", "Callum Reid")
    colleague = Phone(tmp_path / "second link worker")
    colleague.enrol(service.url, service.make_code(person))
    colleague.synchronise()
    assert colleague.core.caseload() == []
    service.admin("assign", case, person)
    colleague.synchronise()
    return colleague


def reads_what_was_signed_and_nobodys_draft(colleague, case, note, draft):
    assert [line.case for line in colleague.core.caseload()] == [case]
    [view] = colleague.core.notes(case)
    assert (view.id, view.note.body, view.author) == (note, NOTE, "Sana Iqbal")
    assert [found.id for found in colleague.core.search("marmal", 5)] == [note]
    with pytest.raises(AlongsideError.NotFound):
        colleague.core.note(draft)
    [sheet] = colleague.core.assessments(case)
    answers = colleague.core.assessment(sheet.id).questions
    assert sorted((question.item, question.value) for question in answers) == [
        ("anxiety", 7),
        ("happiness", 4),
        ("satisfaction", 6),
        ("worthwhile", 0),
    ]


def received_once(service, password):
    browser = Browser(service.url)
    page = browser.sign_in("ruth", password)
    assert text(page).count("Delyth Vaughan-Okoro") == 1
    [link] = list_links(page)
    sheet = text(browser.open(link))
    assert "higher is worse" in sheet and SAID in sheet and "Sana Iqbal" in sheet
    # Notes and goals are between worker and client.
    assert "marmalade" not in sheet and "rhubarb" not in sheet


def cannot_be_submitted_again(worker, sheet):
    with pytest.raises(AlongsideError.Invalid) as refused:
        worker.core.submit_assessment(sheet)
    assert refused.value.reason == InvalidReason.ALREADY_SEALED


def now_ms():
    return int(time.time() * 1000)
