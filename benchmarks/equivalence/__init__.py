"""Small sites of every feature, random edits of them, and builds that are compared or killed."""
