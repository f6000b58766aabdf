"""Handlers to come."""
