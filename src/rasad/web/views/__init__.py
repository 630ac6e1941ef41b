"""The views of the desk, one file each: `view(ask)` gives what its template of the same name shows."""
