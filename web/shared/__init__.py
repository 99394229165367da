"""What every page and call shares: problems, headers, limits, the way to the bot."""
