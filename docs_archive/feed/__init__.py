"""The signed feed, as a client: tuf and HTTP, and nowhere else."""
