"""The way into Azure's services: a connection string, or Microsoft Entra."""
