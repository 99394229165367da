"""Benchmarks: ours beside the alternative, on one machine, in one run. Never part of a test."""
