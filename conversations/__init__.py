"""The talk itself: sessions, messages by id, the profile, what was asked and shown."""
