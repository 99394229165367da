"""How every database that holds something of people is opened, shaped and kept up to date."""
