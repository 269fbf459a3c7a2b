"""Isnad: answers to questions over a person's own documents, each statement with its source."""
