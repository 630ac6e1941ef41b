"""Phrases, clauses and roles: the grammar both languages share, over the marks of the packs."""
