"""Rules across documents of module passport."""
