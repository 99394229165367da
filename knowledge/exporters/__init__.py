"""What is published, written as files for other programs. It changes nothing."""
