"""Reading: from the bytes of users' files to checked values, or to Problems that say what is wrong and where."""
