"""Everything with a vendor's or the operating system's name, each behind a port."""
