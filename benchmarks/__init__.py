"""How fast the workbench is, measured by hand."""
