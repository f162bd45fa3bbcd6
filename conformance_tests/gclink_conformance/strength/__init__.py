"""How strong the suite is: what it does to implementations that are wrong on purpose."""
