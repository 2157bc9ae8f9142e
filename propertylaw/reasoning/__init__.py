"""Facts and norms become an answer: who is liable, why, what is open, what to ask next."""
