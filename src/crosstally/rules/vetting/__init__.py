"""What a program or a language model extracted, held against the text that it says it is from."""
