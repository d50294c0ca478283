"""The Vietnamese language as offices write it: folding, document numbers, dates, old encodings. Standard library
only."""
