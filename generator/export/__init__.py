"""Twins into the files of other programs: tables, citations, people and bodies, annotations; nothing touches a file."""
