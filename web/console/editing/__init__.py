"""Records as forms: what may be typed in each field, and documents made of what was typed."""
