"""Files from elsewhere, read row by row into edits. Nothing is fetched, and nothing is believed."""
