/** Questions about the project's own notes, each with what its answer shows. */
export const exchanges: readonly { readonly shows: string; readonly question: string }[] = [
  {
    shows: 'The sentence that answers comes first, wherever in the notes it stands',
    question: 'which framework lets me write one app for Android and iOS in python?',
  },
  {
    shows: 'A how-to is answered with what to do',
    question: 'how do I make database tests fast with sqlalchemy?',
  },
  { shows: 'A number that was asked for', question: 'how many concurrent users did disqus realtime handle?' },
  { shows: 'About a talk as a whole its summary answers', question: 'what was the Kivy talk about?' },
  { shows: 'So it does for a speaker', question: 'what did Alex Martelli talk about?' },
  { shows: 'About a topic the talks are listed', question: 'any talks on testing?' },
  { shows: 'Fields narrow a question down', question: 'kind:keynote' },
  { shows: 'A misspelt question is answered as it was meant, and says so', question: 'jujuu charms' },
  {
    shows: 'What the notes mention and do not say is no answer',
    question: 'how many users does Fitocracy have?',
  },
  { shows: 'Nothing is made up', question: 'who won the football world cup?' },
]
