"""The local services: one file each, with its handlers and its answers to questions."""
