"""Looking at a project without publishing it: as it stands, as it stood, and without one of its articles."""
