"""What can be wished or asked, as frozen data that travels between screens, outbox and hub."""
