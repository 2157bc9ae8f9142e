"""`python -m propertylaw` is the command line."""

from .cli import main

main()
