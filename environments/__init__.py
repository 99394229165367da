"""The checkout's Python environments: what each holds and how it is made. Standard library only,
because it runs before anything is installed."""
