"""Turns rows that a page holds anyway into the geometry of its pictures: numbers only, drawn by the theme's templates.

One rule: a picture shows no row that the table beside it does not hold.
"""
