"""Outbox to hub to replica: how a terminal's commands are decided, how it learns of the others'."""
