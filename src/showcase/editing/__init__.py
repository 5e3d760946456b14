"""What helps an editor to write: scaffolds for sites and entries."""
