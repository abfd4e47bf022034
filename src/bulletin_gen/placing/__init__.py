"""Where a block stands: what every format decides alike, before and without any face."""
