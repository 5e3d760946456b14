"""Measurements: how fast showcase is beside other generators, and how it grows."""
