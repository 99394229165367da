"""Runs several processes as one: started in order, restarted when they die, ended together.

It knows processes, ports and files. What the parts do is not its business.
"""
