"""Rules across documents of module brand."""
