/** Questions about the project's own notes, each with what its answer shows. */
export const exchanges: readonly { readonly shows: string; readonly question: string }[] = [
  {
    shows: 'The sentence that answers comes first, wherever it stands in the notes',
    question: 'which framework lets me write one app for Android and iOS in python?',
  },
  {
    shows: 'The question may be put in any words',
    question: 'hey, quick one: someone told me not to use assert in unit tests, why is that?',
  },
  {
    shows: 'If a number is asked for, the answer has it',
    question: 'how many concurrent users did disqus realtime handle?',
  },
  { shows: 'If a whole talk is asked about, its summary answers', question: 'what was the Kivy talk about?' },
  { shows: 'What was open at the time is reported as open', question: 'does PyRun work with buildout?' },
  { shows: 'If a topic is asked about, its talks are listed', question: 'any talks on testing?' },
  { shows: 'Fields narrow a question down', question: 'kind:keynote' },
  {
    shows: 'A misspelt question is answered as it was meant, and the answer says so',
    question: 'jujuu charms',
  },
  {
    shows: 'A mention that does not say what was asked is no answer',
    question: 'how many users does Fitocracy have?',
  },
  { shows: 'Nothing is made up', question: 'who won the football world cup?' },
]
