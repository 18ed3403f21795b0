"""Object stores for the air gap."""
