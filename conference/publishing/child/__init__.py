"""The process that captures and sends, and what it is made of: PyAV, PulseAudio's and X11's libraries, and nowhere
else. Started by `process_publisher` through the program itself (``--publish``)."""
