"""The kit of a workshop: what the office prints, pastes and fills in."""
