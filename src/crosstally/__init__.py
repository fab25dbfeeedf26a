"""crosstally: reads several reports of one event and says where their figures contradict each other."""

__version__ = "0.1.0"
