"""The runner: which trials a claim brings with it, what an implementation says to each, and what follows from that."""
