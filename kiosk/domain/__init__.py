"""Rules of the station as plain functions on plain values."""
