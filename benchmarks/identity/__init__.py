"""Whether ticks stand on their tasks, after a history of edits whose truth is known.

A folder of invented notes is committed to a git repository, most of its tasks are ticked with the
workbench itself, and a history is played: notes are moved, renamed, edited, deleted, restored, one
commit after the other; the workbench is opened after some commits, and more is ticked. The script
knows of every line which task it is. At the end every tick is looked up in the workbench.

What is the truth where people might differ:

- A bullet that was edited is the same task: spelling, words added or left out, an ending, a
  heading before it, marks, links, tags, a synonym, its words in another order, its box, its place.
- A bullet in which what is to be done, or to what, was exchanged is another task: another verb,
  another thing, another number or name, or a "not". The tick must not stand on it.
- Where a later edit took out again all that had made another task of a bullet, as the "not", or
  wrote what it had said before, it is the task that it was: it cannot be told from a bullet on
  which only the later edit was done.
- Of a bullet that was split, both halves are part of what was decided on. The tick may stand on
  one of them, or be an orphan: this is counted as doubtful.
- Of bullets that were merged, the new one claims what all of them did. A tick may stand on it if
  all of them were ticked, or be an orphan (doubtful); if one was not, standing on it is false.
- Tasks that were written into another session's note while their own note was deleted cannot be
  told from tasks that were carried over to another session: doubtful.
- A bullet that says, word by word, what was decided on in its note is that task; of two, either.
- A copy of a note holds the same tasks, unless it was made for another day and time: then its
  tasks are other ones.
- A note that was copied for another day and then deleted cannot be told from one whose day was
  corrected: its ticks are doubtful, and so are the tasks of the copy that they make read as decided
  on. These are counted by themselves.
- A note that is not there has no tasks: an orphan is what is right.
"""
