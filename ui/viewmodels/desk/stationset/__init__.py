"""The station as its manager sets it up: one page of sections, each a list of things with what may be set of them."""
