"""Who can enter what, and why: pure rules over a profile and a program. It opens nothing."""
