"""Two programs that bench_start runs as processes of their own: an empty window, and the kiosk."""
