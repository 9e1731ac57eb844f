#!/usr/bin/env python3
"""Writes one manifest out of the app's and a library's, for CI, where Gradle's own merger is not there.

    merge-manifests.py PACKAGE APP LIBRARY > MERGED

It does what these two manifests need of Gradle's merger: the package is filled in, and what the library asks for and declares
is added. It fails when both say something of the same name, which Gradle would weigh and this does not.
"""

import sys
import xml.etree.ElementTree as xml

ANDROID = "http://schemas.android.com/apk/res/android"
NAME = f"{{{ANDROID}}}name"


def merge(package, app, library):
    """The app's manifest with what the library adds."""
    app.set("package", package)
    add(app, [child for child in library if child.tag != "application"])
    add(app.find("application"), list(library.find("application") or []))
    return app


def add(parent, children):
    there = {(child.tag, child.get(NAME)) for child in parent}
    for child in children:
        if (child.tag, child.get(NAME)) in there:
            raise SystemExit(f"both manifests have a {child.tag} called {child.get(NAME)}")
        parent.append(child)


if __name__ == "__main__":
    xml.register_namespace("android", ANDROID)
    merged = merge(sys.argv[1], *(xml.parse(path).getroot() for path in sys.argv[2:4]))
    print(xml.tostring(merged, encoding="unicode"))
