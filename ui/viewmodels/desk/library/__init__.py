"""The library at the desk: one view-model for each tab of its page."""
