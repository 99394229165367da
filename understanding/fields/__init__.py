"""One reader for each part of a profile; each adds spans to a draft."""
