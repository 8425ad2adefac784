"""The preview: the same site as `build` makes, from memory, right again before the hand is back on the keyboard."""
