"""The programs that set documents: pandoc and Typst, each started in one place.

`pandoc.convert` and `typst_process.typeset` run them as `child_processes`, with limits of time and
memory; `reaper` ends them when this program was killed.
"""
