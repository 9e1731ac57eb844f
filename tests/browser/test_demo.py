"""The demonstration in a real browser: what is written without a signal reaches whom it is for, once."""

from demo_page import DESKTOP, PHONE
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

NOTE = "She had the kettle on. The back room is drier since the vent was cleared, and she slept two nights through."
PROMISE = "To ring the housing office before Friday"
COMMENT = "It is the nights that are long"
GOAL = "I want to sit in my own garden in the spring"
STEP = "Ask next door about the spade"


def write_a_signed_note(worker):
    worker.press("write-note")
    worker.write("note-body", NOTE)
    worker.shows("Saved on this phone.")
    worker.write("note-promised", PROMISE)
    worker.press("sign-note")
    worker.shows(NOTE)


def hold_an_assessment(page, worker):
    worker.press("part-assessment")
    worker.press("begin-ons4")
    for place, (item, value) in enumerate([("satisfaction", 4), ("worthwhile", 6), ("happiness", 5), ("anxiety", 7)]):
        worker.press(f"place-{place}")
        worker.choose(f"answer-{item}-{value}")
        worker.shows(f"{place + 1} of 4 answered")
    # However slow the phone is, what was typed before "Submit" is submitted.
    page.slow_down("/comments/")
    worker.write("comment-anxiety", COMMENT)
    page.picture("assessment-desktop")
    worker.press("submit")
    worker.shows("Submitted")


def agree_a_goal(worker):
    worker.press("part-goals")
    worker.element('[data-key="agree"] summary').click()
    worker.write("wording", GOAL)
    worker.write("first-step", STEP)
    worker.press("agree-goal")
    worker.shows(GOAL)


def test_a_visit_without_a_signal_reaches_the_supervisor_once(page):
    worker = page.phone("link-worker")
    page.picture("phones-desktop")
    name = worker.open_first_client()
    worker.aeroplane_mode(True)
    write_a_signed_note(worker)
    hold_an_assessment(page, worker)
    page.until(lambda: worker.unsent() >= 4)
    assert "On this phone only" in worker.element(".unsent").text
    page.picture("unsent-desktop")

    worker.aeroplane_mode(False)
    page.until(lambda: worker.unsent() == 0)
    page.open_supervisors_page()
    page.picture("supervisor-desktop")
    first = page.driver.find_element(By.CSS_SELECTOR, ".received li")
    assert name in first.text and "ONS4" in first.text
    ours = [entry for entry in page.driver.find_elements(By.CSS_SELECTOR, ".received li") if "ONS4" in entry.text]
    assert len(ours) == 1
    first.find_element(By.TAG_NAME, "a").click()
    page.until(lambda: COMMENT in page.driver.find_element(By.TAG_NAME, "main").text)
    page.picture("supervisor-assessment-desktop")


def test_a_goal_agreed_without_a_signal_is_the_clients_to_tick(page):
    worker, client = page.phone("link-worker"), page.phone("client")
    worker.open_first_client()
    worker.aeroplane_mode(True)
    agree_a_goal(worker)
    assert GOAL not in client.element(".screen").text
    worker.aeroplane_mode(False)
    client.shows(GOAL)

    goal = page.until(lambda: next((card for card in goals(client) if GOAL in card.text), None))
    page.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", goal)
    goal.find_element(By.CSS_SELECTOR, "input[type=checkbox]").click()
    page.until(lambda: next((card for card in goals(worker) if GOAL in card.text and ticked(card)), None))
    key = goal_id(client)
    client.element(f'[data-key="going-{key}"] summary').click()
    client.choose(f"score-{key}-6")
    client.write(f"words-{key}", "The spade is promised")
    client.press(f"say-{key}")
    worker.shows("6 of 10. The spade is promised")
    page.picture("goal-desktop")


def goals(phone):
    return phone.element(".screen").find_elements(By.CSS_SELECTOR, ".goal")


def goal_id(phone):
    return next(card for card in goals(phone) if GOAL in card.text).get_attribute("data-goal")


def ticked(card):
    return card.find_element(By.CSS_SELECTOR, "input[type=checkbox]").is_selected()


def test_a_word_from_a_note_finds_the_client(page):
    worker = page.phone("link-worker")
    name = worker.open_first_client()
    word = worker.element(".words").text.split()[-1].strip(".,;:!?")
    worker.press("back")
    worker.write("search", word)
    page.until(lambda: f"“{word}”" in worker.element('.screen [role="status"]').text)
    assert name in [found.text.split(" born ")[0] for found in worker.page.driver.find_elements(By.CSS_SELECTOR, '[data-phone="link-worker"] .case .name')]


def test_the_switch_works_from_the_keyboard(page):
    client = page.phone("client")
    client.strike("aeroplane", Keys.SPACE)
    page.until(lambda: client.element('[data-key="aeroplane"]').get_attribute("aria-checked") == "true")
    assert page.driver.switch_to.active_element.get_attribute("data-key") == "aeroplane"
    client.strike("aeroplane", Keys.SPACE)
    page.until(lambda: client.element('[data-key="aeroplane"]').get_attribute("aria-checked") == "false")


def test_an_empty_note_cannot_be_signed_and_says_so(page):
    worker = page.phone("link-worker")
    worker.open_first_client()
    worker.press("write-note")
    worker.press("sign-note")
    page.until(lambda: "empty" in worker.element('[role="alert"]').text)
    worker.press("leave-note")
    worker.shows("Write a note")


def test_everything_fits_a_narrow_window(page):
    page.open(PHONE)
    page.picture("phones-narrow")
    assert page.fits()
    page.phone("link-worker").open_first_client()
    page.picture("client-narrow")
    assert page.fits()
    page.open_supervisors_page()
    page.picture("supervisor-narrow")
    assert page.fits()
    page.resize(DESKTOP)
