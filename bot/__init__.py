"""The Rasa assistant: says what a message means and which action follows. It keeps nothing."""
