"""What draws: each widget is given what it shows, and decides nothing."""
