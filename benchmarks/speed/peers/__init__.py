"""The generators that are compared: how each is installed, how it wants the stories, and how it is run."""
