"""What a workshop said and voted, as documents, slides and sheets print it."""
