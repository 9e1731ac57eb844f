#!/usr/bin/env python3
"""Says whether shared libraries can be loaded on phones with pages of 16 KB.

    check-alignment.py LIBRARY...

Every LOAD segment of a 64-bit library must be aligned to at least 16,384 bytes; a phone with such pages refuses any other.
32-bit phones have pages of 4 KB. Ends with 1 when a library does not fit, or is none.
"""

import struct
import sys

PAGE = 16_384
LOAD = 1


def alignments(data):
    """The alignment of each LOAD segment of a 64-bit library; nothing for a 32-bit one. Fails on anything else."""
    if data[:4] != b"\x7fELF" or data[5] != 1:
        raise ValueError("it is no little-endian ELF file")
    if data[4] == 1:
        return []
    offset, size, count = struct.unpack_from("<Q", data, 32) + struct.unpack_from("<HH", data, 54)
    headers = (data[offset + place * size :] for place in range(count))
    found = [struct.unpack_from("<Q", header, 48)[0] for header in headers if struct.unpack_from("<I", header)[0] == LOAD]
    if not found:
        raise ValueError("it has no LOAD segment")
    return found


def fault(path):
    """What is wrong with the library at `path`; nothing when it fits."""
    with open(path, "rb") as library:
        try:
            small = [found for found in alignments(library.read()) if found % PAGE != 0]
        except (ValueError, struct.error, IndexError) as error:
            return str(error)
    return f"LOAD segments are aligned to {min(small)} bytes" if small else None


if __name__ == "__main__":
    faults = {path: fault(path) for path in sys.argv[1:]}
    for path, wrong in faults.items():
        print(f"{path}: {wrong or 'fits pages of 16 KB'}")
    sys.exit(1 if not faults or any(faults.values()) else 0)
