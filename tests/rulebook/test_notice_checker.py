"""The notice checker: one reading for the office and for everyone, kept nowhere."""
