"""Rules across documents of module removal."""
