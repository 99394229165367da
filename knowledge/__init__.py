"""Public facts about programs, ladders and wages: files, rows, published releases. Never people."""
