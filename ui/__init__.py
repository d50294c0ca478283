"""What a person sees. Imports PySide6 and the three features' front doors."""
