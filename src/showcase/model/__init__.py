"""Frozen, slotted types that the stages pass on, and pure questions about them. Plain data only: the store's codec
and the process pool carry every one of them."""
