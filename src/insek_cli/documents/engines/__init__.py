"""The programs that set documents: pandoc and Typst, each started in one place."""
