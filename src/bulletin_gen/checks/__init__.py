"""What an author should know of a bulletin: rules, and what their findings are told by. All of them: `table.py`."""
