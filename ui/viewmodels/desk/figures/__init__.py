"""Figures at the desk: charts over a period, the same as files, and who did what when."""
