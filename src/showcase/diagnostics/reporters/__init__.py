"""Ways to show diagnostics: text for people, json for programs, github for annotations in CI."""
