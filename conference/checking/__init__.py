"""Check before joining ("Kiểm tra điểm cầu"): what is measured of the sites and of this PC, and how it is judged.
Facts and colours; the words are the window's."""
