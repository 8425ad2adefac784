"""Turns analyses into briefings: what each article says about each subject, gathered, ranked, cited."""
