import { expect, test } from 'vitest'
import { describeUntold } from '../../src/cli/describe-untold.ts'
import { makeTalk } from '../helpers/make-talk.ts'

const said = { speakers: [{ name: 'Ada Example' }], date: '2024-05-02' }
const talks = (count: number, facts: Parameters<typeof makeTalk>[1]) =>
  Array.from({ length: count }, (_, at) => makeTalk(`talk-${at}`, facts))

test('talks that do not say who speaks, or when, are counted where most do', () => {
  const [who = '', when = '', ...others] = describeUntold([
    ...talks(5, said),
    makeTalk('tides', { speakers: [], date: '2024-05-02', file: 'notes/tides.md' }),
    ...talks(2, { speakers: said.speakers, file: 'notes/knots.md' }),
  ])
  expect(who).toMatch(
    /^ {2}1 of 8 talks names nobody who speaks: notes\/tides\.md\. `speakers` in front matter/,
  )
  expect(when).toMatch(/^ {2}2 of 8 talks say no day: notes\/knots\.md\. `date` in front matter/)
  expect(others).toEqual([])
})

test('nothing is said where few talks say it, of notes that belong to no talk, and of what was imported', () => {
  expect(describeUntold([...talks(4, { speakers: [] }), ...talks(4, said)])).toEqual([])
  const others = [
    makeTalk('rest', { kind: 'notes', speakers: [] }),
    makeTalk('imported', { speakers: [], file: 'notes/oarconf/talks.jsonl' }),
  ]
  expect(describeUntold([...talks(5, said), ...others])).toEqual([])
})

test('days of an event are days of its talks', () => {
  const event = { id: 'oarconf', name: 'OarConf', starts: '2024-05-02' }
  expect(describeUntold([...talks(5, said), makeTalk('tides', { speakers: said.speakers, event })])).toEqual(
    [],
  )
})
