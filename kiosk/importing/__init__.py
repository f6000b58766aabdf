"""Files that come in: read line by line, every bad line named, none of them fatal."""
