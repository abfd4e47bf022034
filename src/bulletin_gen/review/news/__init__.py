"""What a ledger that an office goes on keeping has to tell a bulletin that was made of it before."""
