"""A run beside others: former runs, edited tables, known findings, waivers."""
