"""The two conference sites of the demo ministry, streaming on 127.0.0.1. Its front door is `DemoSites`."""

from .streams import DemoSite, DemoSites, SitesUnavailable

__all__ = ["DemoSite", "DemoSites", "SitesUnavailable"]
