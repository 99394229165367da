"""Reads what people type: language, intent, and what it says about them. Knows no program."""
