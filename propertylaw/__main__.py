"""`python -m propertylaw` and the command `propertylaw`: how the process is set up, then the command line."""

import gc
import os


def main() -> None:
    """Run the command line in a process of its own."""
    # Pydantic would look for plugins of its own in every distribution that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What is made while modules load stays, and a short command makes little rubbish: looking for it costs a tenth.
    gc.set_threshold(200_000, 20, 100)
    from .cli import main as command_line

    try:
        command_line()
    finally:
        gc.freeze()  # at the end everything goes anyway: the interpreter need not look through it once more


if __name__ == "__main__":
    main()
