"""The commands. Data goes to standard output, talk to standard error; `--json` gives data for programs.

Exit codes: 0 done; 1 done, but some pages were set aside, or a check failed, or the case cannot be used; 2 wrong usage.
Each command imports what it needs when it runs, so that `rasad --help` is quick.
"""

from rasad.cli.actors import VERBS as ACTORS
from rasad.cli.clusters import VERBS as CLUSTERS
from rasad.cli.corrections import VERBS as CORRECTIONS
from rasad.cli.desking import VERBS as DESK
from rasad.cli.embedding import VERBS as EMBEDDING
from rasad.cli.questions import VERBS as QUESTIONS
from rasad.cli.renewing import VERBS as RENEWING
from rasad.cli.sharing import VERBS as SHARING
from rasad.cli.verbs import main

for verb in (*ACTORS, *QUESTIONS, *CORRECTIONS, *DESK, *EMBEDDING, *SHARING, *CLUSTERS, *RENEWING):
    main.add_command(verb)

__all__ = ["main"]
