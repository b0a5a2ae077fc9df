// The calls of the alerts pages.
