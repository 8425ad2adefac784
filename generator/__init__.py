"""brief: source articles in, cited briefing pages out."""

__version__ = "0.1.0"
