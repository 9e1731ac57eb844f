"""An app that calls whatever there is with whatever fits: `python strangest_app.py SERVER CODE FOLDER SEED CALLS`.

It draws the arguments of each call from the generated module's own annotations, with one seed, so that a seed replays. The call it
is about to make stands in `FOLDER/last` before it is made: when the process dies in it, that is what it died of. What it prints is one
JSON object: the calls made, answered and refused, by name. Any end but an answer or a refusal with a type is a fault and ends it.
"""

import asyncio
import collections
import enum
import inspect
import json
import os
import random
import sys
import typing
import uuid
from pathlib import Path

sys.path.insert(0, os.environ["ALONGSIDE_PYTHON"])

import alongside  # noqa: E402

alongside._uniffi_check_api_checksums(alongside._UniffiLib)

from phone import Line, Phone  # noqa: E402

# Whole numbers an app might hand over, those at the edges of every width among them.
NUMBERS = [0, 1, 3, 7, 10, 11, 30, 255, 256, 65_536, 2**31 - 1, 2**32 - 1, 2**53, 2**63 - 1, -1, -(2**31), -(2**63)]
# What a call that waits for the network may take, in milliseconds: what is tried here is the call, not the wait.
SHORT = [0, 1, 40]
NOW = 1_800_000_000_000
WORDS = [
    "", " ", "Tea with the neighbour", "ons4", "anxiety", "satisfaction", "é́ \u202e\u0000\ufeff", "\u0001" * 40, "a" * 3_000, "0" * 70_000,
    "'; DROP TABLE record; --", "🫖" * 9, "1900-13-45", "https://example.org/?a=b#c",
]  # fmt: skip
# The variants whose values the generated module does not name a type for.
VARIANTS = {
    "Response": [("VALUE", int), ("TEXT", str), ("NOT_NOW", None), ("PREFER_NOT_TO_SAY", None)],
    "Settlement": [("CHOOSE", int), ("WRITE", str), ("NOTED", None)],
}
# Refusals: the core's own error, and the generated module's for a number that no argument of that width can hold.
REFUSALS = (alongside.AlongsideError, ValueError)


class StrangestApp:
    def __init__(self, phone: Phone, seed: int, last: int):
        self.phone, self.last = phone, last
        self.random = random.Random(seed)
        self.known = [str(uuid.UUID(int=seed))]
        methods = inspect.getmembers(alongside.CompanionProtocol, inspect.isfunction)
        self.methods = [(name, arguments(method)) for name, method in methods if not name.startswith("_")]
        self.answered, self.refused = collections.Counter(), collections.Counter()

    def call(self):
        name, wanted = self.random.choice(self.methods)
        drawn = [self.random.choice(SHORT) if wait else self.draw(kind) for kind, wait in wanted]
        os.pwrite(self.last, f"{name}({', '.join(map(repr, drawn))[:3_000]})".ljust(4_000).encode()[:4_000], 0)
        try:
            answer = getattr(self.phone.core, name)(*drawn)
            if inspect.isawaitable(answer):
                answer = asyncio.run(wait(answer))
        except REFUSALS:
            self.refused[name] += 1
        else:
            self.answered[name] += 1
            self.remember(answer)

    def after(self):
        """Now and then the signal comes and goes, and the app comes back from the background."""
        if self.random.random() < 0.02:
            self.phone.line.on = not self.phone.line.on
        if self.random.random() < 0.2:
            self.phone.core.resume()

    def remember(self, answer):
        """Ids that came out are what goes in next."""
        for text in strings(answer, 4):
            if len(text) == 36 and text.count("-") == 4:
                self.known.append(text)
        del self.known[:-300]

    def draw(self, kind):
        if kind is str:
            return self.draw_text()
        if kind is int:
            return self.random.choice([self.random.choice(NUMBERS), NOW + self.random.randrange(-(10**10), 10**10), self.random.randrange(12)])
        if kind is bool:
            return self.random.random() < 0.5
        if kind is bytes:
            return self.random.randbytes(self.random.choice([0, 1, 300]))
        if typing.get_origin(kind) is list:
            return [self.draw(typing.get_args(kind)[0]) for _ in range(self.random.choice([0, 1, 2, 5]))]
        if typing.get_origin(kind) is typing.Union:
            return self.draw(self.random.choice([one for one in typing.get_args(kind) if one is not object]))
        return None if kind is type(None) else self.draw_made(kind)

    def draw_text(self):
        if self.random.random() < 0.6:
            return self.random.choice(self.known)
        return self.random.choice([*WORDS, str(uuid.UUID(int=self.random.getrandbits(128)))])

    def draw_made(self, kind):
        if issubclass(kind, enum.Enum):
            return self.random.choice(list(kind))
        if kind.__name__ in VARIANTS:
            name, value = self.random.choice(VARIANTS[kind.__name__])
            return getattr(kind, name)() if value is None else getattr(kind, name)(self.draw(value))
        fields = typing.get_type_hints(kind.__init__, vars(alongside))
        return kind(**{name: self.draw(field) for name, field in fields.items() if name != "return"})


def arguments(method):
    hints = typing.get_type_hints(method, vars(alongside))
    return [(hints[name], name.endswith("_ms")) for name in inspect.signature(method).parameters if name != "self"]


async def wait(answer):
    return await answer


def strings(value, depth):
    if isinstance(value, str):
        yield value
    elif depth and isinstance(value, list):
        for one in value[:20]:
            yield from strings(one, depth - 1)
    elif depth and hasattr(value, "__dict__"):
        for one in vars(value).values():
            yield from strings(one, depth - 1)


def main(server, code, folder, seed, calls):
    phone = Phone(Path(folder) / "phone", Line())
    phone.enrol(server, code)
    app = StrangestApp(phone, int(seed), os.open(Path(folder) / "last", os.O_RDWR | os.O_CREAT))
    for _ in range(int(calls)):
        app.call()
        app.after()
    phone.core.resume()
    state = phone.core.sync_state()
    print(json.dumps({"answered": app.answered, "refused": app.refused, "unsent": state.unsent}))


if __name__ == "__main__":
    main(*sys.argv[1:])
