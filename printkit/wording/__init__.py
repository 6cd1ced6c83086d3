"""What differs by language: quotation marks, French blanks, dates, references and fixed words."""
