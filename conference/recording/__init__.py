"""Records both sites as they arrive, without encoding anything anew: MPEG-TS files and a small index beside them."""
