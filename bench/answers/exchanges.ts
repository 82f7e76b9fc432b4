/** Questions about the project's own notes, each with what its answer shows. */
export const exchanges: readonly { readonly shows: string; readonly question: string }[] = [
  {
    shows: 'The sentence that answers comes first, wherever in the notes it stands',
    question: 'which framework lets me write one app for Android and iOS in python?',
  },
  {
    shows: 'However it is asked',
    question: 'hey, quick one: someone told me not to use assert in unit tests, why is that?',
  },
  { shows: 'A number that was asked for', question: 'how many concurrent users did disqus realtime handle?' },
  { shows: 'About a talk as a whole its summary answers', question: 'what was the Kivy talk about?' },
  { shows: 'What was not settled then is said as it was', question: 'does PyRun work with buildout?' },
  { shows: 'About a topic the talks are listed', question: 'any talks on testing?' },
  { shows: 'Fields narrow a question down', question: 'kind:keynote' },
  { shows: 'A misspelt question is answered as it was meant, and says so', question: 'jujuu charms' },
  {
    shows: 'What the notes mention and do not say is no answer',
    question: 'how many users does Fitocracy have?',
  },
  { shows: 'Nothing is made up', question: 'who won the football world cup?' },
]
