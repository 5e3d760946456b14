"""The assemble stage: from entries that know only themselves to one catalog with every relation resolved."""
