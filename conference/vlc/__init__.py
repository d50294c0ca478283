"""The players: python-vlc and PyAV, and nowhere else."""
