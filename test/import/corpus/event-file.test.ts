import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { addTalk, eventFileText, mergeEventFacts } from '../../../src/import/corpus/event-file.ts'
import type { ImportedEvent } from '../../../src/import/talk/imported-talk.ts'

/** What event.yml says after an import of talks of that event, held on those dates. */
function importInto(before: string | undefined, event: ImportedEvent, ...dates: readonly string[]): string {
  const facts = [undefined, ...dates].reduce<ReturnType<typeof addTalk> | undefined>(
    (known, date) => addTalk(known, event, date),
    undefined,
  )
  const merged = mergeEventFacts(facts ?? { name: event.name }, before)
  return eventFileText(merged, before) ?? before ?? ''
}

const schedule = {
  name: 'Engines 2018',
  starts: '2018-02-03',
  ends: '2018-02-05',
  place: 'London',
  url: 'https://engines.example',
}

describe('an event.yml that was imported', () => {
  const first = importInto(undefined, schedule)

  test('keeps its name, place and address where a later source names no event', () => {
    const second = importInto(first, { name: 'Slides', isGuess: true }, '2018-02-04')
    expect(second).toBe(first)
  })

  test('takes the name that a later source gives it', () => {
    expect(parse(importInto(first, { name: 'Engines London 2018' }))).toMatchObject({
      name: 'Engines London 2018',
      place: 'London',
      url: 'https://engines.example',
    })
  })

  test('keeps its dates, whenever a video was put up', () => {
    expect(importInto(first, { name: 'Engines 2018' }, '2018-01-01', '2018-12-31')).toBe(first)
  })

  test('has its dates widened by what a later source says of the event', () => {
    const longer = { ...schedule, starts: '2018-02-02', ends: '2018-02-04' }
    expect(parse(importInto(first, longer))).toMatchObject({ starts: '2018-02-02', ends: '2018-02-05' })
  })

  test('has dates that are those of its talks widened by further talks, until a source knows them', () => {
    const talks = importInto(undefined, { name: 'Engines 2018' }, '2018-02-03')
    const more = importInto(talks, { name: 'Engines 2018' }, '2018-09-09')
    expect(parse(more)).toMatchObject({ starts: '2018-02-03', ends: '2018-09-09' })
    expect(parse(importInto(more, schedule))).toMatchObject({ starts: '2018-02-03', ends: '2018-02-05' })
  })

  test('is given the dates of talks where it has none', () => {
    const none = importInto(undefined, { name: 'Engines 2018', place: 'London' })
    expect(parse(importInto(none, { name: 'Engines 2018' }, '2018-02-03'))).toMatchObject({
      starts: '2018-02-03',
      place: 'London',
    })
  })

  test('is left alone once a person has edited it', () => {
    const edited = first.replace('London', 'Greenwich')
    expect(importInto(edited, { ...schedule, name: 'Other' })).toBe(edited)
  })
})
