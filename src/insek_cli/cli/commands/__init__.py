"""One module a command, named as it is typed. `add_to` declares it; a new module is a command."""
