import { describe, expect, test } from 'vitest'
import { drawFrom, type TipFilter, tipsOf } from '../../src/tips/tip.ts'
import { campTalk } from '../corpora/camp.ts'
import { makeCorpus } from '../helpers/make-talk.ts'

const ids = (...takeaways: string[]) =>
  makeCorpus(campTalk('kivy', takeaways))
    .talks.flatMap(tipsOf)
    .map(({ id }) => id)

describe('the id of a tip', () => {
  test('names its talk', () => {
    expect(ids('Touch is the default.')[0]).toMatch(/^pycamp-2020\/kivy#[0-9a-f]{12}$/)
  })

  test('stays when takeaways around it come, go or move', () => {
    const [id] = ids('Touch is the default.')
    expect(ids('Something new.', 'Touch is the default.')[1]).toBe(id)
  })

  test('stays when only spacing or case changes, and changes with the words', () => {
    const [id] = ids('Touch is the default.')
    expect(ids('touch is\n  the default.')).toEqual([id])
    expect(ids('Touch was the default.')).not.toEqual([id])
  })

  test('is the same for a takeaway that its talk repeats, which comes once', () => {
    expect(ids('Same.', 'Other.', 'Same.')).toHaveLength(2)
  })
})

test('what is nested in a takeaway or stands between takeaways is no tip', () => {
  const talk = campTalk('kivy', ['Outer.'])
  const [outer] = talk.takeaways
  const takeaways = [
    outer!,
    { ...outer!, text: 'Inner.', depth: 1 },
    { ...outer!, text: 'Between.', form: 'paragraph' as const },
    { ...outer!, text: 'pip install kivy', form: 'code' as const },
  ]
  const tips = makeCorpus({ ...talk, takeaways }).talks.flatMap(tipsOf)
  expect(tips.map(({ passage }) => passage.text)).toEqual(['Outer.'])
})

describe('drawing', () => {
  const flask = campTalk('flask', ['F'], {
    tags: ['web framework', 'flask'],
    speakers: [{ name: 'Zoë Müller', handle: '@zoe' }],
  })
  const cpp = campTalk('cpp', ['C'], {
    tags: ['c++'],
    event: { id: 'rustcamp-2021', name: 'Rust Conf 2021' },
  })
  const tips = makeCorpus(flask, cpp).talks.flatMap(tipsOf)

  test.each<[TipFilter, string]>([
    [{ kind: 'all' }, 'F C'],
    [{ kind: 'event', event: 'rustcamp-2021' }, 'C'],
    [{ kind: 'event', event: 'rust conf 2021' }, 'C'],
    [{ kind: 'event', event: 'rust' }, ''],
    [{ kind: 'tags', tags: ['#Web-Framework'] }, 'F'],
    [{ kind: 'tags', tags: ['C++', 'flask'] }, 'F C'],
    [{ kind: 'tags', tags: ['c'] }, ''],
    [{ kind: 'speakers', speakers: ['zoe muller'] }, 'F'],
    [{ kind: 'speakers', speakers: ['@Zoe'] }, 'F'],
  ])('%j gives %j', (filter, expected) => {
    expect(
      drawFrom(tips, filter)
        .map(({ passage }) => passage.text)
        .join(' '),
    ).toBe(expected)
  })
})
