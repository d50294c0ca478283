"""The text inside files, read in disposable child processes with limits on time and memory."""
