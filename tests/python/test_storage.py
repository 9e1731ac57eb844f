"""The phone's file: what can be wrong with it is told apart, and finding out changes nothing that is kept."""

import alongside
import pytest
from alongside import AlongsideError, KeyStoreError, StorageProblem
from phone import Keys, Phone


@pytest.fixture
def closed(tmp_path):
    """A phone with something on it, whose app is not running."""
    phone = Phone(tmp_path / "phone")
    phone.core.instruments()
    phone.stop()
    return phone


def refused_to_open(phone, what):
    """Opening fails with `what`, and every file is as it was."""
    before = lasting(phone)
    with pytest.raises(AlongsideError.Storage) as refused:
        phone.start()
    assert refused.value.what == what
    assert lasting(phone) == before


def lasting(phone):
    """The phone's files, but for the index that SQLite shares between processes and makes anew whenever it opens."""
    return {name: content for name, content in phone.files().items() if not name.endswith("-shm")}


def test_another_key_does_not_open_it(closed):
    right = closed.keys
    closed.keys = Keys(bytes(32))
    refused_to_open(closed, StorageProblem.WRONG_KEY)
    closed.keys = right
    closed.start()
    assert closed.core.caseload() == []


def test_a_key_store_that_has_lost_the_key_makes_no_new_one(closed):
    closed.keys = Keys()
    refused_to_open(closed, StorageProblem.WRONG_KEY)
    assert closed.keys.key is None


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_key_of_another_length_is_no_key(closed, size):
    closed.keys = Keys(bytes(size))
    refused_to_open(closed, StorageProblem.LOCKED)


@pytest.mark.parametrize("thrown", [KeyStoreError.Unavailable(), ZeroDivisionError("a fault of the app")])
def test_a_key_store_that_throws_is_asked_again_later(closed, thrown):
    class Throwing(alongside.KeyStore):
        def load(self):
            raise thrown

        def save(self, key):
            raise thrown

    closed.keys = Throwing()
    refused_to_open(closed, StorageProblem.LOCKED)


def test_no_file_is_made_without_a_key(tmp_path):
    class Forgetful(Keys):
        def save(self, key):
            raise KeyStoreError.Unavailable()

    with pytest.raises(AlongsideError.Storage) as refused:
        alongside.Companion(str(tmp_path / "phone"), Forgetful())
    assert refused.value.what == StorageProblem.LOCKED
    assert not list((tmp_path / "phone").glob("*.db"))


def test_a_file_that_is_gone_is_not_made_again(closed):
    (closed.folder / "alongside.db").unlink()
    refused_to_open(closed, StorageProblem.MISSING)


def test_a_damaged_file_is_left_as_it_is(closed):
    file = closed.folder / "alongside.db"
    file.write_bytes(bytes(reversed(file.read_bytes())))
    refused_to_open(closed, StorageProblem.DAMAGED)


def test_a_folder_that_is_a_file_cannot_be_used(tmp_path):
    (tmp_path / "phone").write_text("not a folder")
    with pytest.raises(AlongsideError.Storage) as refused:
        alongside.Companion(str(tmp_path / "phone"), Keys())
    assert refused.value.what == StorageProblem.FOLDER
