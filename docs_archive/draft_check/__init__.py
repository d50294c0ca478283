"""Kiểm tra căn cứ: what a draft cites, held against the archive for the draft's day. Pure of windows and networks."""
