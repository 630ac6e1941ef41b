"""The desk: a case on a screen of this machine. It reads the store, and writes nothing but lines of the ledger."""
