"""``python -m idebur``: the command, where no script is installed."""

from idebur.cli import main

if __name__ == "__main__":
    main(prog_name="idebur")
