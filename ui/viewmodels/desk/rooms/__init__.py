"""The desk's rooms: the week, bookings, the ledger of strikes."""
