"""What an agreement, or what was found in it, becomes in other formats: one format per file."""
