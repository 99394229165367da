"""How staff sign in: pages, guards and the way to an identity provider."""
