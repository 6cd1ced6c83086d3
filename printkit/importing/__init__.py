"""An e-mail, text, Word or HTML file becomes the text of a bulletin's YAML file."""
