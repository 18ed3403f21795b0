"""The rules grader: signals of the rubric, criteria, and the scorecard they make. The same bytes every time."""
