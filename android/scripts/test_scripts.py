"""The scripts of the Android build: a library for small pages is refused, and two manifests become one."""

import importlib.util
import os
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ANDROID = "{http://schemas.android.com/apk/res/android}"


def load(name):
    """A script as a module; its name has a hyphen."""
    found = importlib.util.spec_from_file_location(name.replace("-", "_"), HERE / f"{name}.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def check(*paths):
    done = subprocess.run([sys.executable, HERE / "check-alignment.py", *paths], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def link(folder, page):
    """A real shared library whose LOAD segments are aligned to `page` bytes."""
    source = folder / "one.c"
    source.write_text("int alongside_one(void) { return 1; }\n")
    library = folder / f"lib{page}.so"
    subprocess.run(["cc", "-shared", "-fPIC", f"-Wl,-z,max-page-size={page}", "-o", library, source], check=True)
    return library


def test_the_machines_own_library_is_refused_because_its_pages_are_small():
    code, said = check(os.environ["ALONGSIDE_LIBRARY"])
    assert code == 1 and "aligned to 4096 bytes" in said


@pytest.mark.parametrize(("page", "code"), [(4096, 1), (16384, 0), (65536, 0)])
def test_a_library_fits_when_its_segments_are_aligned_to_16_kb_or_more(tmp_path, page, code):
    assert check(link(tmp_path, page))[0] == code


def test_one_that_does_not_fit_among_others_is_enough(tmp_path):
    code, said = check(link(tmp_path, 16384), link(tmp_path, 4096))
    assert code == 1 and said.count("fits") == 1


def test_what_is_no_library_is_refused(tmp_path):
    other = tmp_path / "other.so"
    other.write_bytes(b"\x7fELF\x02\x01")
    assert check(other)[0] == 1
    assert check(HERE / "build-library.sh")[0] == 1
    assert check()[0] == 1


def manifest(inside, application=""):
    return xml.fromstring(
        f'<manifest xmlns:android="{ANDROID[1:-1]}">{inside}<application>{application}</application></manifest>'
    )


def test_a_librarys_permissions_and_services_are_added():
    merge = load("merge-manifests").merge
    library = manifest('<uses-permission android:name="net"/>', '<service android:name="job"/>')
    merged = merge("org.example", manifest("", '<activity android:name="window"/>'), library)
    assert merged.get("package") == "org.example"
    assert [child.tag for child in merged] == ["application", "uses-permission"]
    assert [child.get(f"{ANDROID}name") for child in merged.find("application")] == ["window", "job"]


def test_two_of_one_name_are_refused():
    merge = load("merge-manifests").merge
    with pytest.raises(SystemExit, match="service called job"):
        merge("org.example", manifest("", '<service android:name="job"/>'), manifest("", '<service android:name="job"/>'))


def build_library(folder, *abis):
    """What `build-library.sh` says when `cargo ndk` only writes down what it was asked; the small OpenSSL is there already."""
    tools = folder / "tools"
    tools.mkdir()
    asked = folder / "asked"
    ndk = tools / "cargo-ndk"
    ndk.write_text(f'#!/bin/sh\n(echo "$*"; env) > "{asked}"\nexit 7\n')
    ndk.chmod(0o755)
    for abi in ("arm64-v8a", "x86_64"):
        (folder / "target" / "libcrypto" / abi).mkdir(parents=True)
    settings = {
        **os.environ,
        "ANDROID_NDK_HOME": str(folder),
        "CARGO_TARGET_DIR": str(folder / "target"),
        "PATH": f"{tools}:{os.environ['PATH']}",
    }
    done = subprocess.run([HERE / "build-library.sh", *abis], env=settings, capture_output=True, text=True, check=False)
    return done, asked.read_text() if asked.exists() else ""


def test_the_library_for_phones_has_a_small_openssl_and_no_transport_of_its_own(tmp_path):
    done, asked = build_library(tmp_path, "arm64-v8a", "x86_64")
    assert done.returncode == 7, done.stderr
    first = asked.splitlines()[0]
    assert "--target arm64-v8a --target x86_64" in first
    assert "--profile phone" in first and "--no-default-features" in first
    assert f"AARCH64_LINUX_ANDROID_OPENSSL_DIR={tmp_path}/target/libcrypto/arm64-v8a\n" in asked
    assert f"X86_64_LINUX_ANDROID_OPENSSL_DIR={tmp_path}/target/libcrypto/x86_64\n" in asked
    assert "OPENSSL_STATIC=1\n" in asked and "-DSQLITE_OMIT_LOAD_EXTENSION" in asked
    assert "max-page-size=16384" in asked


def test_a_kind_of_phone_that_there_is_not_is_named(tmp_path):
    done, asked = build_library(tmp_path, "mips")
    assert done.returncode != 0 and "unknown ABI mips" in done.stderr
    assert not asked
