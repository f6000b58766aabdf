"""Drives the real screens through every journey by touches and keys, and keeps the pictures."""
