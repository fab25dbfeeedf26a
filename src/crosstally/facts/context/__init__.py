"""Context: what a figure is about, who says so, where and when."""
