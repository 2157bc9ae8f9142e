"""One renderer a form: pages for the terminal, lines and objects for other programs."""
