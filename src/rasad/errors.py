"""The four things that can go wrong, each saying what happened, where, and what to do."""


class RasadError(Exception):
    """Base of every error Rasad raises on purpose."""


class PackError(RasadError):
    """A row of a pack cannot be used; the message begins with file:line."""


class PageError(RasadError):
    """A page cannot be read; it is set aside, counted and listed with this reason."""


class CaseError(RasadError):
    """A case file is missing, not a case file, or damaged."""
