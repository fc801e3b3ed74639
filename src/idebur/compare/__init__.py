"""Two agreements beside each other: what one says or allows that the other does not."""
