"""Invented people who talk to the product, and whether what they were told was right."""
