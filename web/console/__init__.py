"""Where operators keep the knowledge base true."""
