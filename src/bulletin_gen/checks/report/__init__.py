"""Findings for programs and to hand on: each module says them in one form."""
