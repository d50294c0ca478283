"""``clip.ts``: one and a half seconds of a demo site (H.264, 320x180, 25 frames a second), for `desktop.self_test`."""
