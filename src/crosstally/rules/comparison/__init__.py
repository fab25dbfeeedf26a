"""Whether two claims on one quantity agree, exclude each other, or one brings the other up to date."""
