"""Display boards: an entry set for one sheet of paper or fabric, read from a distance."""
