"""Brain 2, the grader: handles the event of a finished call and makes a scorecard of its transcript.

Flows in: transcripts from the object store, rubrics. Flows out: scorecards. Never imports the call or the report.
"""
