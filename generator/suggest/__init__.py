"""Names that no file covers -> what the desk could add: actor files and aliases."""
