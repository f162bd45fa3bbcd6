"""Rules across documents of module core."""
