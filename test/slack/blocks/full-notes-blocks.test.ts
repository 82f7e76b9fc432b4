import { describe, expect, test } from 'vitest'
import { buildFullNotesView } from '../../../src/slack/blocks/full-notes-blocks.ts'
import { harbour, queues } from '../../corpora/harbour.ts'
import { makeTalk, passage } from '../../helpers/make-talk.ts'
import { readable } from '../readable.ts'

describe('full notes', () => {
  test('hold everything in the order of the file, code as code', () => {
    expect(readable(buildFullNotesView(queues).blocks)).toBe(
      [
        '# Queues that forgive',
        'Ada Pier (@adap) · HarbourConf 2019 · talk',
        'Every queue delivers twice some day, so consumers must not mind.',
        '# Takeaways',
        '- Give each job a key and keep it for a day.',
        '# Numbers',
        'Retries went from 9 % to 2 %.',
        '```queue.ack(key)```',
        '# Links',
        '[Video](https://example.com/queues)',
        '# To follow up',
        '- Read about idempotent consumers [example.com](https://example.com/idempotent)',
        'corpus/harbour-2019/queues.md · queues, retries',
      ].join('\n'),
    )
  })

  test('tell the day of a talk that has one, and no hour', () => {
    const shown = readable(buildFullNotesView({ ...queues, date: '2019-05-14' }).blocks)
    expect(shown).toContain('\nAda Pier (@adap) · HarbourConf 2019 · Tue 14 May 2019 · talk\n')
  })

  test('link addresses without the punctuation around them', () => {
    const notes = makeTalk('links', {
      summary: passage('All on kites (see http://kites.example).'),
    })
    expect(JSON.stringify(buildFullNotesView(notes).blocks)).toContain('"url":"http://kites.example"')
    expect(readable(buildFullNotesView(notes).blocks)).toContain('(see http://kites.example).')
  })

  test('say in one line what the talk is about, where that is known', () => {
    const shown = readable(buildFullNotesView(queues, ['idempotent', 'Celery']).blocks)
    expect(shown).toMatch(/^# Queues that forgive\nAda Pier .*\nKey terms: idempotent, Celery\nEvery queue /)
    expect(readable(buildFullNotesView(queues, []).blocks)).not.toContain('Key terms')
  })

  test('that are too long for a modal say how much more there is, and where', () => {
    const sections = Array.from({ length: 80 }, (_, index) => ({
      title: `Part ${index}`,
      line: index,
      passages: [passage('One.'), passage('Two.')],
    }))
    const { blocks } = buildFullNotesView(makeTalk('long', { event: harbour, title: 'Long', sections }))
    expect(blocks.length).toBeLessThanOrEqual(100)
    expect(readable(blocks)).toMatch(/\n\d+ more passages stand in corpus\/harbour-2019\/long\.md$/)
  })
})
