"""What the public reaches: limits, the safety answer, the page and the API."""
