"""Measuring: the sample corpus, and what is asked of it."""
