"""The search for near misses: changes of sound and of broken documents that tell a wrong rule from the right one.

A mutant of a rule that no case notices is a rule that an implementation may get wrong unseen. The search takes the
cases of a requirement as they are, makes one further change or two, and keeps what the mutant judges otherwise than the
reference does. What it finds is written as cases, each held to the published queries and shapes by the same tests as
the cases that people wrote.
"""
