"""Outbox to hub to replica: how a terminal's commands get their one decision, and how it learns of the others'."""
