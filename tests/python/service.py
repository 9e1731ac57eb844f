"""A real server of the tests' own: a fresh database, a free port, and its administrator at the command line.

Knows the program and its words; knows no phone.
"""

import os
import subprocess
from pathlib import Path


class Service:
    """The server program, running or stopped. It keeps its address when it is stopped and started again."""

    def __init__(self, program: Path, folder: Path):
        self.program = program
        self.folder = folder
        self.listen = "127.0.0.1:0"
        self.process = None

    @property
    def url(self) -> str:
        return f"http://{self.listen}"

    def start(self):
        """Starts it and waits until it says where it listens."""
        with open(self.folder / "server.log", "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve"], env=self.environment(), stdout=subprocess.PIPE, stderr=log, text=True
            )
        said = self.process.stdout.readline().split("http://")
        assert len(said) == 2, (self.folder / "server.log").read_text()
        self.listen = said[1].strip()

    def stop(self):
        """Stops it as a service manager would, and waits until it has."""
        if self.process is not None:
            self.process.terminate()
            assert self.process.wait(timeout=30) == 0
            self.process.stdout.close()
            self.process = None

    def admin(self, *words: str) -> str:
        """What the administrator's command answers."""
        done = subprocess.run(
            [self.program, "admin", *words],
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def make_person(self, role: str, name: str) -> str:
        """A new person's id."""
        return find(self.admin("person", role, name), "person")

    def make_supervisor(self, name: str, login: str) -> str:
        """A new supervisor's password for the web pages."""
        return find(self.admin("person", "supervisor", name, "--login", login), "password")

    def make_code(self, person: str, minutes: int = 10) -> str:
        """A one-time code with which this person's phone enrols."""
        return find(self.admin("code", person, "--minutes", str(minutes)), "code")

    def list_devices(self, person: str) -> list[str]:
        """The ids of this person's phones."""
        lines = (line.split("\t") for line in self.admin("list", "devices").splitlines())
        return [columns[0] for columns in lines if columns[1] == person]

    def environment(self) -> dict[str, str]:
        """Ours, with no settings of another server in it."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
        return inherited | {
            "ALONGSIDE_SERVER_LISTEN": self.listen,
            "ALONGSIDE_STORE_PATH": str(self.folder / "server.db"),
        }


def find(answer: str, word: str) -> str:
    """What stands behind `word` at the beginning of a line."""
    found = [line.split(" ", 1)[1] for line in answer.splitlines() if line.startswith(f"{word} ")]
    assert len(found) == 1, f"the administrator's command named {len(found)} of `{word}`"
    return found[0]
