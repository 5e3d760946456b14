"""Mutated inputs for every place where the program reads what others wrote."""
