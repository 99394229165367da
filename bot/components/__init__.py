"""Thin adapters between Rasa and `understanding`."""
