"""What changed in the content between two states of a project, whatever moved in the files."""
