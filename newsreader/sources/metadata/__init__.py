"""What is known about an article, and who may say it."""
