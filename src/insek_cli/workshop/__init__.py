"""A workshop from the kit that is printed to the votes and remarks it leaves behind."""
