"""What stands between a written object and the grader: who notices, and who delivers."""
