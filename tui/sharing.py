"""The door to what git knows of the journal, which travels between reviewers in a repository."""

from tui.decisions.repository import Repository, RepositoryError, Since
from tui.decisions.sharing import Rule, repository_of, share

__all__ = ["Repository", "RepositoryError", "Rule", "Since", "repository_of", "share"]
