"""The page of a person to talk to: whom to turn to, and what to tell them."""
