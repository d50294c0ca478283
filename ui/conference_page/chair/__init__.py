"""Công cụ chủ trì: what the one who leads a conference has beside the pictures. Each loads when it is first opened."""
