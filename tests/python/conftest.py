"""What the story needs: the generated module, checked against its library, and a real server.

`cargo xtask test` sets `ALONGSIDE_PYTHON` (the folder of the generated module and its library) and `ALONGSIDE_SERVER`
(the server program).
"""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, os.environ["ALONGSIDE_PYTHON"])

import alongside  # noqa: E402  (from the folder above)

# The generated module compares a contract version only. A library that is older or newer than the module would be called
# with the wrong arguments and end the process; this compares the checksum of every function first.
alongside._uniffi_check_api_checksums(alongside._UniffiLib)

from phone import Line, Phone  # noqa: E402
from service import Service  # noqa: E402


@pytest.fixture
def service(tmp_path):
    """A server with one organisation, listening."""
    folder = tmp_path / "server"
    folder.mkdir()
    service = Service(Path(os.environ["ALONGSIDE_SERVER"]).resolve(), folder)
    service.admin("organisation", "Riverside Link Workers")
    service.start()
    yield service
    service.stop()


@pytest.fixture
def bare_phone(tmp_path):
    """A phone that belongs to nobody yet, over the transport that ships with the core."""
    return Phone(tmp_path / "bare phone")


@pytest.fixture
def worker(service, tmp_path):
    """A link worker's phone, set up at the office, over the app's own transport with its aeroplane-mode switch."""
    phone = Phone(tmp_path / "link worker", Line())
    phone.person = service.make_person("link_worker", "Sana Iqbal")
    phone.enrol(service.url, service.make_code(phone.person))
    phone.synchronise()
    return phone
