"""The trials that the JVM runs, run by CPython: Joust's reference.

One trial process reads one order and answers by the trial protocol, as the JVM's trial process does. It needs Python
3.8 or later and the standard library only. Modules have the names of the Java classes of the module 'trial' that do
the same.
"""
