"""The worked example of the standard, computed."""
