"""A referral that comes back, from the first offer to an ending, in a language other than Rust and with no signal at all."""

import time

import alongside
import pytest
from alongside import AlongsideError, InvalidReason

DAY_MS = 24 * 60 * 60 * 1000


def now_ms():
    return int(time.time() * 1000)


def test_a_bounced_referral_is_owed_an_answer_and_nothing_ends_over_it(worker):
    worker.line.on = False
    core = worker.core
    case = core.add_client(alongside.NewClient(name="Delyth Vaughan-Okoro"))
    offer = core.offer_support(
        case,
        alongside.NewReferralIn(route=alongside.Route.PRACTICE, source="Elm Street Surgery"),
    )
    core.accept_offer(offer)
    referral = core.refer_onward(case, alongside.NewReferral(to="The gym", why="She wants to move again"))
    core.set_referral_status(referral, alongside.ReferralState.SENT)
    core.record_referral_step(
        referral,
        alongside.ReferralStep(
            status=alongside.ReferralState.REJECTED,
            by=alongside.StatusBy.SERVICE,
            reason="Blood pressure at the door",
            health_reason=True,
        ),
    )
    [line] = core.today(now_ms()).duties
    assert (line.case, line.bounced, line.name) == (case, True, "Delyth Vaughan-Okoro")
    assert "referral_came_back" in [finding.code for finding in core.case_overview(case).warnings]

    ending = alongside.NewEnding(
        reason=alongside.EndReason.AGREED_ENDING,
        client_view="I can manage",
        agreed=True,
        why="She asked for it",
        second_by="Idris Bell",
    )
    assert core.check_ending(case, ending).against.code == "end_bounce_open"
    with pytest.raises(AlongsideError.Invalid) as refused:
        core.end_episode(case, ending)
    assert (refused.value.field, refused.value.reason) == ("duty", InvalidReason.NOT_YET)

    core.settle_duty(line.id, alongside.DutyStatus.DONE, "We talked; the walking group instead")
    core.end_episode(case, ending)
    assert core.episodes(case)[0].episode.status == alongside.EpisodeStatus.ENDED


def test_a_day_shows_who_is_visited_where_and_what_was_promised(worker):
    core = worker.core
    case = core.add_client(alongside.NewClient(name="Delyth Vaughan-Okoro"))
    note = core.start_note(case)
    core.keep_note(note, "We talked about the heating")
    core.promise(note, "Bring the form about the heating")
    core.sign_note(note)
    plan = alongside.NextPlan(
        at=now_ms(), mode=alongside.ContactMode.COMMUNITY, why="To fill in the form", place="The library"
    )
    core.agree_next_contact(case, plan)
    [place] = core.today(now_ms()).visits
    assert (place.place, place.visits[0].last_promise.words) == ("The library", "Bring the form about the heating")


def test_a_way_that_is_not_safe_is_said_to_be_and_never_planned(worker):
    core = worker.core
    case = core.add_client(alongside.NewClient(name="Delyth Vaughan-Okoro"))
    core.set_safe_contact_rule(case, alongside.SafeContactRule(never=[alongside.ContactMode.PHONE]))
    [finding] = core.check_way(case, alongside.ContactMode.PHONE)
    assert finding.words == "For this client a phone call is not safe."
    with pytest.raises(AlongsideError.Invalid) as refused:
        core.plan_next_contact(case, now_ms() + DAY_MS, alongside.ContactMode.PHONE, "To talk")
    assert (refused.value.field, refused.value.reason) == ("mode", InvalidReason.BLOCKED)
