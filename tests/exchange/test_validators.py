"""Two validators from elsewhere judge what `tests/tests/exchange` and the seven stories wrote: the npm package `fhir` and the PyPI package `fhirkit-rs`.

Neither finds everything, and no two of the five that were tried found a dangling reference or a period that runs backwards; so
the planted faults are held against both together with our own checks.
"""

import json
import os
import subprocess
from pathlib import Path

import fhirkit
import pytest

FOLDER = Path(os.environ["ALONGSIDE_EXCHANGE"])
PEOPLE = sorted((FOLDER / "people").glob("*.json"))
FAULTS = sorted((FOLDER / "faults").glob("*.json"))


def judged_by_npm(folder):
    script = Path(__file__).with_name("validate.js")
    done = subprocess.run(
        ["node", script, os.environ["ALONGSIDE_NODE"], folder], capture_output=True, check=True, timeout=600
    )
    return json.loads(done.stdout)


def judged_by_pypi(file):
    try:
        issues = fhirkit.validate(file.read_text())
    except fhirkit.ParseError as broken:
        return [str(broken)]
    return [str(issue) for issue in issues if "error" in str(issue) or "fatal" in str(issue)]


@pytest.fixture(scope="session")
def npm():
    return {folder: judged_by_npm(FOLDER / folder) for folder in ("people", "faults")}


@pytest.fixture(scope="session")
def own():
    return json.loads((FOLDER / "own.json").read_text())


def test_there_is_something_to_judge():
    assert len(PEOPLE) >= 20 and len(FAULTS) >= 12
    assert sum(file.stem.startswith("story-") for file in PEOPLE) == 7


@pytest.mark.parametrize("file", PEOPLE, ids=lambda file: file.stem)
def test_a_persons_bundle_is_accepted_by_both(file, npm):
    assert npm["people"][file.name] == []
    assert judged_by_pypi(file) == []


@pytest.mark.parametrize("file", FAULTS, ids=lambda file: file.stem)
def test_a_planted_fault_is_found(file, npm, own):
    assert npm["faults"][file.name] or judged_by_pypi(file) or own[file.stem]


def test_each_validator_finds_faults_by_itself(npm, own):
    """One that accepts anything would look like one that is content."""
    found = {
        "npm": sum(bool(npm["faults"][file.name]) for file in FAULTS),
        "pypi": sum(bool(judged_by_pypi(file)) for file in FAULTS),
        "own": sum(own.values()),
    }
    print(f"of {len(FAULTS)} planted faults: {found}")
    assert found["npm"] >= 8 and found["pypi"] >= 8 and found["own"] >= 12, found
