"""A library and a module that were not made together are noticed before the first call, and not by a crash in it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

CHECK = "import alongside; alongside._uniffi_check_api_checksums(alongside._UniffiLib); print('together')"


def check(folder: Path):
    """Loads the module of `folder` in a process of its own and compares the checksums."""
    return subprocess.run(
        [sys.executable, "-c", CHECK], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def copy(folder: Path, change=lambda source: source) -> Path:
    """The generated module with its library, in `folder`, with `change` made to its source."""
    shutil.copytree(os.environ["ALONGSIDE_PYTHON"], folder, ignore=shutil.ignore_patterns("__pycache__"))
    module = folder / "alongside.py"
    module.write_text(change(module.read_text()))
    return folder


def test_a_module_and_its_own_library_belong_together(tmp_path):
    done = check(copy(tmp_path / "same"))
    assert (done.returncode, done.stdout.strip()) == (0, "together"), done.stderr


def test_a_function_that_changed_since_the_module_was_made_is_noticed(tmp_path):
    def another_checksum(source):
        pattern = r"(uniffi_alongside_checksum_method_companion_sign_note\(\) != )(\d+)"
        changed, count = re.subn(pattern, lambda found: found[1] + str((int(found[2]) + 1) % 65536), source)
        assert count == 1, "the generated module has no such check"
        return changed

    done = check(copy(tmp_path / "drifted", another_checksum))
    assert done.returncode == 1
    assert "checksum" in done.stderr
