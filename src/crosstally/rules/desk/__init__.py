"""What a person does with a report: the open disputes one by one, and decisions made of its figures."""
