"""Names in a text -> who is meant, or who could be."""
