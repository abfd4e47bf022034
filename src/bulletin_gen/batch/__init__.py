"""Many bulletins at once: rendered by any executor, one that fails never in the way of another."""
