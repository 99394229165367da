"""The `pathways` command: what an operator, a tester and a build server type."""
