"""Spoken calls on LiveKit Agents' `AgentSession`, fed by our own audio input and output."""
