"""What the people of the story do, each by the services that the pages call."""
