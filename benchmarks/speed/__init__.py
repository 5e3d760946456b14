"""Speed: the same made-up stories for every generator, and the runs that compare them."""
