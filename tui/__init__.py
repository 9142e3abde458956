"""Session Workbench: read a folder of session notes and tick off what is pending."""

__version__ = "0.1.0"
