/** Titles with colons and commas are asked for as they are; what is left of a part of a day is asked for in words. */
import { expect, test } from 'vitest'
import { withClock } from '../../../src/answers/answers.ts'
import { answersOf, answersOver } from '../../helpers/answers-of.ts'
import { growthOf, maxGrowth } from '../../helpers/growth.ts'
import { makeCorpus, makeTalk, passage } from '../../helpers/make-talk.ts'

const slots: Readonly<Record<string, readonly [date: string, starts: string]>> = {
  'Night shift: on-call for humans': ['2026-11-28', '22:00'],
  'Opening: welcome, and how this works': ['2026-11-27', '09:00'],
  'Sunday keynote: Small tools': ['2026-11-29', '10:00'],
  'Beyond the map - a walk': ['2026-11-28', '11:00'],
}
const talks = Object.entries(slots).map(([title, [date, starts]], nth) =>
  makeTalk(`talk-${nth}`, {
    title,
    date,
    starts,
    room: 'Hall',
    summary: passage('Of care and patience.', 3),
  }),
)
const corpus = makeCorpus(...talks)
const at = new Date('2026-11-28T20:20:00Z').getTime()
const answers = withClock(answersOf(corpus), () => ({ at, zone: 'UTC' }))

test.each(Object.entries(slots))('when is %s?', async (title, [, starts]) => {
  for (const question of [`when is ${title}?`, `When is “${title}”?`, `quick question: when is ${title}?`]) {
    const { explanation } = await answers.answerQuestion(question)
    expect({ question, explanation }).toEqual({
      question,
      explanation: expect.stringContaining(`“${title}”`),
    })
    expect(explanation).toContain(starts)
  }
})

test.each([
  ['any talks left tonight?', 'Night shift: on-call for humans'],
  ['what’s left this evening?', 'Night shift: on-call for humans'],
  ['what is left tomorrow morning?', 'Sunday keynote: Small tools'],
])('%s', async (question, title) => {
  const answer = await answers.answerQuestion(question)
  expect(answer.kind).toBe('listing')
  expect(answer.results.map(({ talk }) => talk.title)).toEqual([title])
})

test.each(['.', ', '])(
  'a title with %j over and over is looked at in time that grows with it',
  async (sign) => {
    const growth = await growthOf(async (size) => {
      const title = `Oars ${sign.repeat(size / sign.length)}x`
      await answersOver(makeTalk('oars', { title })).answerQuestion('speakers of "Oars"')
    }, 32_000)
    expect(growth).toBeLessThan(maxGrowth)
  },
)
