"""The fact table: its columns, its schema, and facts kept between runs."""
