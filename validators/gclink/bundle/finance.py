"""Rules across documents of module finance."""
