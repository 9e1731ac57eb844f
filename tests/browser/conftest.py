"""What the browser tests stand on: one running demonstration, one Chromium, and a folder for pictures.

The environment says where they are: ALONGSIDE_DEMO (the program), ALONGSIDE_SCREENS (the folder) and
ALONGSIDE_CHROMIUM_FLAGS (separated by spaces). `cargo xtask test` sets all three.
"""

import os
import pathlib
import re
import shutil
import subprocess

import pytest
from demo_page import DemoPage
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service


@pytest.fixture(scope="session")
def demo():
    """The address of a running demonstration."""
    process = subprocess.Popen([os.environ["ALONGSIDE_DEMO"], "--clients", "8"], stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline()
        yield re.search(r"http://\S+", line).group()
    finally:
        process.terminate()
        assert process.wait(timeout=60) == 0, "the demonstration did not end well"


@pytest.fixture(scope="session")
def browser():
    """Chromium, asked for no passwords and with no first-run pages."""
    options = Options()
    options.binary_location = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    for flag in os.environ.get("ALONGSIDE_CHROMIUM_FLAGS", "").split():
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture
def page(demo, browser):
    """The demonstration's page at desktop width, freshly opened and ready; afterwards, nothing was wrong in its scripts."""
    opened = DemoPage(browser, demo, pathlib.Path(os.environ["ALONGSIDE_SCREENS"]))
    opened.open()
    yield opened
    faults = [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
    assert [fault for fault in faults if "status of 422" not in fault] == []
