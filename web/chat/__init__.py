"""The public page and the API: one person talking with the guide."""
