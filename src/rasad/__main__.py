"""`python -m rasad` is `rasad`: for a machine whose path does not hold the command."""

from rasad.cli import main

if __name__ == "__main__":
    main()
