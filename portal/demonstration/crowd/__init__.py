"""The crowd: landlords, homes and households with ordinary lives, drawn by a seeded chance.

The cast's stories are written by hand and each shows something. The crowd's make the lists, clocks and
counts look like a team's real week. Every life has a chance of its own, so that one more does not
change the others. Its people and places are invented, as everything here is.
"""
