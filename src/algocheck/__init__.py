"""algocheck: check algorithms against human rights, as policy."""
