"""What a notice to leave a home says, and whether it looks right: section 8 of the Housing Act 1988.

`reading.read` is the way in: facts and the rulebook's grounds go in, a frozen reading comes out.
"""
