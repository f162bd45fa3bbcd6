"""The conformance suite: cases as data, and what turns a case into documents that an implementation is given."""
