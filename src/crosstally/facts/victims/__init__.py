"""Victims: who was killed, hurt, held or taken, read as phrases, with or without a numeral."""
