"""What the library screen can do, a controller for each concern; `all_controllers` puts them together."""
