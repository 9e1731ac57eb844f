"""The demonstration's page as a person uses it: phones, their screens, and the supervisor's page behind the link.

Every wait is for something to be seen; nothing waits for a length of time.
"""

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    NoSuchElementException,
    StaleElementReferenceException,
    WebDriverException,
)
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE = 60
# What a page that is just being redrawn answers: look again.
REDRAWN = (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    NoSuchElementException,
    StaleElementReferenceException,
)
# What ChromeDriver says, under no name of its own, of an element whose page was replaced while it was being read.
REPLACED = "does not belong to the document"
SLOW_CALLS = """
const [part, fetched] = [arguments[0], window.fetch];
const late = () => new Promise((go) => setTimeout(go, 700));
window.fetch = async (path, request) => {
  if (path.includes(part)) await late();
  return fetched(path, request);
};
"""
DESKTOP = (1440, 1000, False)
PHONE = (390, 844, True)


def look(met):
    """What `met()` gives; nothing while the page it looks at is being replaced."""
    try:
        return met()
    except WebDriverException as error:
        if REPLACED in (error.msg or ""):
            return None
        raise


class DemoPage:
    def __init__(self, driver, address, screens):
        self.driver, self.address, self.screens = driver, address, screens

    def open(self, size=DESKTOP):
        self.resize(size)
        self.driver.get(self.address)
        self.driver.delete_all_cookies()
        for name in ("link-worker", "client", "second-link-worker"):
            self.phone(name).find("aeroplane")
        self.until(lambda: not self.driver.find_element(By.ID, "stage").is_displayed())

    def phone(self, name):
        return PhoneOnPage(self, name)

    def until(self, met):
        """Waits until `met()` gives something, and gives it."""
        wait = WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05, ignored_exceptions=REDRAWN)
        return wait.until(lambda _: look(met))

    def slow_down(self, part):
        """From now on until the page is opened anew, calls with `part` in their path reach the phone late."""
        self.driver.execute_script(SLOW_CALLS, part)

    def resize(self, size):
        width, height, mobile = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def picture(self, name):
        self.screens.mkdir(parents=True, exist_ok=True)
        assert self.driver.save_screenshot(str(self.screens / f"{name}.png"))

    def fits(self):
        """Whether nothing is wider than the window."""
        return self.driver.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")

    def open_supervisors_page(self):
        """Follows the link and signs in with what is shown beside it."""
        shown = {part: self.driver.find_element(By.ID, f"supervisor-{part}") for part in ("link", "login", "password")}
        address, login, password = shown["link"].get_attribute("href"), shown["login"].text, shown["password"].text
        self.driver.get(address)
        self.until(lambda: self.driver.find_element(By.NAME, "login")).send_keys(login)
        self.driver.find_element(By.NAME, "password").send_keys(password)
        self.driver.find_element(By.CSS_SELECTOR, "main form button").click()
        self.until(lambda: "Received assessments" in self.driver.find_element(By.TAG_NAME, "h1").text)


class PhoneOnPage:
    def __init__(self, page, name):
        self.page, self.name = page, name

    def element(self, selector):
        root = self.page.driver.find_element(By.CSS_SELECTOR, f'[data-phone="{self.name}"]')
        return root.find_element(By.CSS_SELECTOR, selector)

    def find(self, key):
        """The element with this key, once it is there."""
        return self.page.until(lambda: self.element(f'[data-key="{key}"]'))

    def press(self, key):
        def pressed():
            self.element(f'[data-key="{key}"]').click()
            return True

        self.page.until(pressed)

    def strike(self, key, stroke):
        """Strikes a key of the keyboard on the element with this key."""

        def struck():
            self.element(f'[data-key="{key}"]').send_keys(stroke)
            return True

        self.page.until(struck)

    def choose(self, key):
        """Chooses one of a scale: the field lies under its label."""
        element = self.find(key)
        self.page.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        self.press(key)

    def write(self, key, words):
        self.strike(key, words)

    def aeroplane_mode(self, on):
        if (self.find("aeroplane").get_attribute("aria-checked") == "true") != on:
            self.press("aeroplane")
        self.page.until(lambda: (self.element('[data-key="aeroplane"]').get_attribute("aria-checked") == "true") == on)

    def unsent(self):
        return int(self.element(".unsent").get_attribute("data-unsent"))

    def shows(self, words):
        """Waits until the phone shows these words."""
        return self.page.until(lambda: words in self.element(".screen").text)

    def open_first_client(self):
        name = self.page.until(lambda: self.element(".case .name")).text.split(" born ")[0]
        self.page.until(lambda: self.element(".case")).click()
        self.shows("Next:")
        return name
