"""An audit out: the formats that show every row; the others show its findings as those of any report."""
