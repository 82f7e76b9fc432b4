import type { Corpus } from '../../src/notes/corpus.ts'
import { parseTalk } from '../../src/notes/ours/parse-talk.ts'
import type { Talk } from '../../src/notes/talk.ts'

const event = { id: 'pycamp-2020', name: 'PyCamp 2020' }

/** A few talks with a few takeaways, each with words of its own. */
export const chaosCorpus: Corpus = {
  folder: 'corpus',
  events: [event],
  talks: Array.from({ length: 8 }, (_, talk) => talkOf(talk)),
  problems: [],
  version: '000000000000',
}

function talkOf(number: number): Talk {
  const takeaways = ['first', 'second', 'third'].map((place) => `- The ${place} lesson of talk ${number}.`)
  const note = `---
title: Talk ${number}
---
About ${number}.

## Takeaways
${takeaways.join('\n')}
`
  const id = `${event.id}/talk-${number}`
  return parseTalk(note, { id, file: `corpus/${id}.md`, event }).talk!
}
