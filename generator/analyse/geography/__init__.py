"""Where an article is set: names of places, datelines, currencies."""
