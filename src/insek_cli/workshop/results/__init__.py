"""What a workshop said and voted, as documents, slides and sheets print it.

`workshop_view` puts remarks and counted rankings by field; `vote_records` gives them as flat rows.
"""
