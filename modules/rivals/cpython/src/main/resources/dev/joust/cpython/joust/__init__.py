"""Joust's reference lanes: the trials that the JVM runs, run by CPython.

One trial process reads one order and answers by the trial protocol, as the JVM's trial process does. Standard
library only, Python 3.8 or later. The modules stand beside each other as the classes of the Java module 'trial' do,
under the same names.
"""
