"""Which law applies on a day at a place: catalogue, rules and imported texts behind one `KnowledgeBase`."""
