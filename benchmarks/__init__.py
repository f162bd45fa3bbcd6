"""Measurements of the library against the engines it is compared with, as ratios in one run."""
