"""The operators' side: figures and metrics on a port of loopback alone, never on the public one."""
