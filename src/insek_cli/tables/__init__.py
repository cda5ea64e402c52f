"""Reading the tables that people send: cells as text, with what is known of each.

Nothing here knows what a table is about; votes, lists and returned workbooks share it. What cannot
be read safely is refused with a finding.
"""
