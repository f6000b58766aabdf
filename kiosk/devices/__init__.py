"""What is plugged into a terminal, each with a simulated twin. Known to the screens alone; Qt is allowed here."""
