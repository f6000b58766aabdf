"""The journeys, one file per service; found by themselves."""
