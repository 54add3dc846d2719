"""What happens before and while Textual comes up: the first frame, the take-over of the terminal, typed-ahead keys."""
