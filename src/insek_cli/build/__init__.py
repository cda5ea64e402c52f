"""From a project's folder to its documents, with what one build keeps for the next.

`load_and_check` gives findings and catalog; `produce` renders what a `Request` asks for in a
private folder and has `publish` move it in; `user_cache` keeps what an unchanged build need not do.
"""
