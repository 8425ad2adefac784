"""Words in marks and reported clauses -> who said them."""
