"""Rows of one's own from the registers of others: read, held against ours, written beside them."""
