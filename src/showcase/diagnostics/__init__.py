"""What is wrong, where, and how to mend it: locations, diagnostics, their catalogue and their reporters."""
