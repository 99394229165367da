"""Finding programs without typing to the guide: a checked question, a list, pages to walk."""
