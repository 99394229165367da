"""Who works here: accounts, what each may do, how they sign in. A database of its own."""
