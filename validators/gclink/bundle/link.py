"""Rules across documents of module link."""
