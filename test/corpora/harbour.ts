import { bullets, makeCorpus, makeTalk, passage } from '../helpers/make-talk.ts'

export const harbour = { id: 'harbour-2019', name: 'HarbourConf 2019' }

export const queues = makeTalk('queues', {
  event: harbour,
  title: 'Queues that forgive',
  speakers: [{ name: 'Ada Pier', handle: '@adap' }],
  tags: ['queues', 'retries'],
  links: [{ title: 'Video', url: 'https://example.com/queues', kind: 'video' }],
  followUps: [{ text: 'Read about idempotent consumers', url: 'https://example.com/idempotent' }],
  summary: passage('Every queue delivers twice some day, so consumers must not mind.'),
  takeaways: bullets(['Give each job a key and keep it for a day.'], 14),
  sections: [
    {
      title: 'Numbers',
      line: 18,
      passages: [passage('Retries went from 9 % to 2 %.', 20), passage('queue.ack(key)\n', 22, 'code')],
    },
  ],
})

export const lighthouses = makeTalk('lighthouses', {
  event: harbour,
  title: 'Lighthouses in <Rust> & *Python*',
  kind: 'lightning',
  summary: passage('How a lamp is driven from _both_ languages.', 8),
})

/** Two talks. */
export const harbourCorpus = makeCorpus(lighthouses, queues)

const rigging = ['Kites', 'Knots', 'Ropes', 'Sails', 'Masts'].map((topic, index) =>
  makeTalk(topic.toLowerCase(), {
    event: harbour,
    title: `${topic} for programmers`,
    tags: [topic.toLowerCase(), 'rigging'],
    speakers: [{ name: 'Bo Quay' }],
    summary: passage(`What ${topic.toLowerCase()} teach about rigging a program: lesson ${index + 1}.`, 7),
    takeaways: bullets([`Rigging with ${topic.toLowerCase()} needs a second pair of hands.`], 11),
  }),
)

/** Seven talks, of which five are about rigging. */
export const riggedCorpus = makeCorpus(...harbourCorpus.talks, ...rigging)
