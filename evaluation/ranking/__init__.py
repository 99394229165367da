"""Whether the best programs stand first: invented people, programs graded by hand, nDCG@5."""
