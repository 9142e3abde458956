"""What is seen and pressed: the only folder that imports Textual."""
