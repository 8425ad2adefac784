"""Values -> pages, twins, feeds."""
