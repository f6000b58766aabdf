"""The application and its local services."""

__version__ = "0.1.0"
