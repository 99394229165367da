"""What follows from a message: one thin action a topic, in codes and facts, never sentences."""
