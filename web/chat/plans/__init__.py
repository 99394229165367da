"""A person's plan: chosen programs, steps, days; saved under a code, shared, printed."""
