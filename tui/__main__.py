"""`python -m tui` is `workbench`."""

from tui.cli import main

if __name__ == "__main__":
    main()
