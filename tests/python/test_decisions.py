"""Two people wrote at once, with no signal: both texts wait until somebody settles them, and nothing that came meanwhile goes."""

import alongside
import pytest
from alongside import AlongsideError, InvalidReason, Matter, Settlement, WordingBy
from phone import Line, Phone


@pytest.fixture
def two_workers(service, worker, tmp_path):
    """Two link workers of one case with one goal, both in step."""
    case = worker.core.add_client(alongside.NewClient(name="Tomasz Zielony"))
    goal = worker.core.agree_goal(case, alongside.NewGoal(wording="walk", wording_by=WordingBy.CLIENT, category=None))
    worker.synchronise()
    colleague = Phone(tmp_path / "colleague", Line())
    person = service.make_person("link_worker", "Aisha Bello")
    service.admin("assign", case, person)
    colleague.enrol(service.url, service.make_code(person))
    colleague.synchronise()
    return worker, colleague, case, goal


def wordings(decision):
    return [(choice.value, choice.stands) for choice in decision.choices]


def test_two_wordings_wait_on_both_phones_until_one_is_chosen(two_workers):
    worker, colleague, case, goal = two_workers
    worker.core.reword_goal(goal, "swim", WordingBy.CLIENT)
    colleague.core.reword_goal(goal, "dance", WordingBy.CLIENT)
    for phone in (worker, colleague, worker):
        phone.synchronise()

    for phone in (worker, colleague):
        [decision] = phone.core.pending_decisions()
        assert (decision.matter, decision.record, decision.case, decision.field) == (
            Matter.TEXTS,
            goal,
            case,
            "wording",
        )
        assert sorted(text for text, _ in wordings(decision)) == ["dance", "swim"]
        assert [stands for _, stands in wordings(decision)] == [True, False]

    [decision] = worker.core.pending_decisions()
    other = decision.choices[1].value
    worker.core.resolve_decision(decision.id, Settlement.CHOOSE(1))
    assert worker.core.pending_decisions() == []
    for phone in (worker, colleague):
        phone.synchronise()
        assert phone.core.pending_decisions() == []
        assert phone.core.goals(case)[0].goal.wording == other


def test_a_text_that_comes_while_somebody_decides_is_not_settled_with_the_others(two_workers):
    worker, colleague, case, goal = two_workers
    worker.core.reword_goal(goal, "swim", WordingBy.CLIENT)
    colleague.core.reword_goal(goal, "dance", WordingBy.CLIENT)
    for phone in (worker, colleague, worker):
        phone.synchronise()
    [shown] = worker.core.pending_decisions()
    colleague.core.reword_goal(goal, "sing", WordingBy.CLIENT)
    colleague.synchronise()

    worker.core.resolve_decision(shown.id, Settlement.WRITE("swim or dance"))
    worker.synchronise()
    [left] = worker.core.pending_decisions()
    assert sorted(text for text, _ in wordings(left)) == ["sing", "swim or dance"]


def test_a_decision_takes_one_of_its_choices_and_nothing_else(two_workers):
    worker, colleague, _, goal = two_workers
    worker.core.reword_goal(goal, "swim", WordingBy.CLIENT)
    colleague.core.reword_goal(goal, "dance", WordingBy.CLIENT)
    for phone in (worker, colleague, worker):
        phone.synchronise()
    [decision] = worker.core.pending_decisions()
    for wrong, id in [
        (Settlement.CHOOSE(9), decision.id),
        (Settlement.WRITE(" "), decision.id),
        (Settlement.NOTED(), decision.id),
        (Settlement.CHOOSE(0), "somebody else's"),
        (Settlement.CHOOSE(0), "[" * 100_000),
    ]:
        with pytest.raises(AlongsideError.Invalid) as refused:
            worker.core.resolve_decision(id, wrong)
        assert refused.value.reason in (InvalidReason.UNKNOWN, InvalidReason.EMPTY)
    assert worker.core.pending_decisions()[0].id == decision.id


def test_late_work_is_told_to_whoever_wrote_it(service, two_workers):
    worker, _, case, goal = two_workers
    service.admin("unassign", case, worker.person)
    worker.core.reword_goal(goal, "swim", WordingBy.CLIENT)
    worker.synchronise()
    [decision] = worker.core.pending_decisions()
    assert decision.matter == Matter.LATE
    assert "swim" in [choice.value for choice in decision.choices]
    worker.core.resolve_decision(decision.id, Settlement.NOTED())
    assert worker.core.pending_decisions() == []
