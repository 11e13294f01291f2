"""The demonstration council: invented people in a real place, made through services as the site makes them."""
