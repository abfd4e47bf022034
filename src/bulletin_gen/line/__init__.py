"""A text measured: its glyphs, where its lines may end, which lines it fills."""
