"""The command line: the one place that reads the clock, the locale, the environment and the current folder."""
