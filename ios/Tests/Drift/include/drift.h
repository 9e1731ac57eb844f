// Nobody calls it by name.
