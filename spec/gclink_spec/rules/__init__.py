"""The rule language: one line per rule, compiled to Python, SPARQL and XPath."""
