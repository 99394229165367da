"""What can go wrong while the environments are made, in words for the person at the terminal."""


class SetUpFailed(Exception):
    """Set-up cannot go on; the message says what failed and what to do."""
