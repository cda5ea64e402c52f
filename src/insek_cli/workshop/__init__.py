"""A workshop from the kit that is printed to the votes and remarks it leaves behind.

`kit` prints, `imports` reads files of votes, `ballots` counts them, `results` are what documents
show; `vote_store` brings these together for `insek votes`, and `documentation` for the report.
"""
