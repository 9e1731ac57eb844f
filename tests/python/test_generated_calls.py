"""Calls drawn by a seed from the generated module's own annotations: whatever an app says, the core answers or refuses. It never ends
the process. `ALONGSIDE_SLOW=1` makes half a million of them.
"""

import collections
import json
import os
import subprocess
import sys
from pathlib import Path

import alongside
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

APPS, CALLS = (50, 10_000) if os.environ.get("ALONGSIDE_SLOW") == "1" else (4, 2_500)
STRANGEST = Path(__file__).parent / "strangest_app.py"


def test_no_call_ends_the_app(service, tmp_path):
    made, answered = collections.Counter(), collections.Counter()
    every_seed = settings(max_examples=APPS, deadline=None, database=None, derandomize=APPS == 4, phases=[Phase.generate])
    every_seed = settings(every_seed, suppress_health_check=list(HealthCheck))

    @every_seed
    @given(seed=st.integers(0, 2**64 - 1))
    def whatever_is_called(seed):
        folder = tmp_path / str(seed)
        folder.mkdir()
        code = service.make_code(service.make_person("link_worker", "Sana Iqbal"))
        words = [sys.executable, STRANGEST, service.url, code, folder, str(seed), str(CALLS)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=3_600, check=False)
        assert done.returncode == 0, (done.stderr[-3_000:], (folder / "last").read_text().strip())
        said = json.loads(done.stdout)
        answered.update(said["answered"])
        made.update(said["answered"])
        made.update(said["refused"])

    whatever_is_called()
    print(f"{sum(made.values())} calls of {len(made)} methods made, {sum(answered.values())} answered")
    assert sum(made.values()) >= APPS * CALLS
    # A suite whose every call is refused at the door would see nothing of what is behind it.
    methods = {name for name in vars(alongside.CompanionProtocol) if not name.startswith("_")}
    assert methods <= set(made)
    assert len(answered) > len(methods) / 2 and sum(answered.values()) > sum(made.values()) / 5
