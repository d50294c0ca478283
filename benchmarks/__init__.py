"""Measurements, printed as tables from one run on one machine. Ratios side by side; nothing here is a test."""
