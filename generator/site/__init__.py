"""Which pages exist, and which remembered values each of them is made of."""
