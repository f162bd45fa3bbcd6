"""Rules across documents of module incentive."""
