"""The guide on other sites: who may show it, how it looks there, and how it keeps to itself."""
