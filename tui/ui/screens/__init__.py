"""What composes widgets, and turns keys into what the workbench does."""
