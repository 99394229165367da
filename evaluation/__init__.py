"""Measures how well Pathways understands and talks, against what careful people wrote down."""
