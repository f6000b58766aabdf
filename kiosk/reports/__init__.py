"""What goes out: slips, sentences."""
