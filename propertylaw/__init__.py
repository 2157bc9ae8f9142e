"""propertylaw."""
