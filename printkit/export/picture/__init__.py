"""Pages as pictures: a finished PDF becomes PNG, for programs that cannot place a PDF."""
