"""Residents and their cards."""
