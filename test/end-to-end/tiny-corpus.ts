import type { Corpus } from '../../src/notes/corpus.ts'
import { harbour, lighthouses, passage, queues, talk } from '../slack/sample-notes.ts'

const more = ['Kites', 'Knots', 'Ropes', 'Sails', 'Masts'].map((topic, index) =>
  talk({
    id: `harbour-2019/${topic.toLowerCase()}`,
    title: `${topic} for programmers`,
    tags: [topic.toLowerCase(), 'rigging'],
    speakers: [{ name: `Bo Quay` }],
    summary: passage(`What ${topic.toLowerCase()} teach about rigging a program: lesson ${index + 1}.`, 7),
    takeaways: [passage(`Rigging with ${topic.toLowerCase()} needs a second pair of hands.`, 11, 'bullet')],
  }),
)

/** Seven talks, of which five are about rigging. */
export const corpus: Corpus = {
  folder: 'corpus',
  events: [harbour],
  talks: [lighthouses, queues, ...more].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  problems: [],
  version: 'abcdefabcdef',
}
