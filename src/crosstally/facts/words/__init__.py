"""Words: sentences, tokens, noun phrases, verb forms and where a figure may stand."""
