import { expect, test } from 'vitest'
import type { ListedLink } from '../../../src/answers/listing/listing.ts'
import type { Link } from '../../../src/notes/talk.ts'
import { answersOf } from '../../helpers/answers-of.ts'
import { makeCorpus, makeTalk, passage } from '../../helpers/make-talk.ts'

const link = (name: string, kind: Link['kind']): Link => ({
  title: name,
  url: `https://example.org/${name}`,
  kind,
})
const followUps = [{ text: 'Try the bowline' }, { text: 'Read on', url: 'https://example.org/read' }]
const corpus = makeCorpus(
  makeTalk('knots', {
    title: 'Knots: old and new',
    speakers: [{ name: 'Ada Pier' }],
    tags: ['ropes'],
    links: [link('knots-video', 'video'), link('knots-code', 'code')],
  }),
  makeTalk('splices', { title: 'Splices', tags: ['ropes'], links: [link('splices-site', 'site')] }),
  makeTalk('hitches', { title: 'Hitches', followUps }),
  makeTalk('opening', { title: 'Opening', kind: 'keynote', links: [link('opening-video', 'video')] }),
  makeTalk('sails', {
    title: 'Sails',
    tags: ['sails'],
    summary: passage('Broken links are no topic of sails.', 3),
  }),
)
const answers = answersOf(corpus)

test.each([
  [
    'links about ropes',
    ['splices-site', 'knots-video', 'knots-code'],
    '3 links of 2 talks that mention ropes',
  ],
  ['links of ropes?', ['splices-site', 'knots-video', 'knots-code'], '3 links of 2 talks that mention ropes'],
  ['ropes links', ['splices-site', 'knots-video', 'knots-code'], '3 links of 2 talks that mention ropes'],
  ['links to ropes', ['splices-site', 'knots-video', 'knots-code'], '3 links of 2 talks that mention ropes'],
  [
    'hi, show me all the links on roeps please',
    ['splices-site', 'knots-video', 'knots-code'],
    '3 links of 2 talks that mention ropes',
  ],
  ['what links are there for splices?', ['splices-site'], '1 link of 1 talk that mentions splices'],
  ['links by Ada Pier', ['knots-video', 'knots-code'], '2 links of 1 talk by Ada Pier'],
  ['videos about ropes', ['knots-video'], '1 video of 1 talk that mentions ropes'],
  ['recordings of the keynotes', ['opening-video'], '1 video of 1 talk of the keynotes'],
  ['show me code', ['knots-code'], '1 link to code of 1 talk'],
  ['is there any source code?', ['knots-code'], '1 link to code of 1 talk'],
  ['are the slides online?', [], 'no links to slides of talks'],
  ['videos?', ['knots-video', 'opening-video'], '2 videos of 2 talks'],
  ['links tag:ropes', ['knots-video', 'knots-code', 'splices-site'], '3 links of 2 talks tagged ropes'],
  ['videos speaker:"Ada Pier"', ['knots-video'], '1 video of 1 talk by Ada Pier'],
  ['links about ropes kind:keynote', [], 'no links of talks that mention ropes with kind:keynote'],
  ['links of sails', [], 'no links of talks that mention sails'],
])('“%s” lists %j', async (question, titles, said) => {
  const answer = await answers.answerQuestion(question)
  expect(answer).toMatchObject({ kind: 'listing', of: 'link', explanation: `The notes have ${said}.` })
  expect(answer.kind === 'listing' && answer.links?.map(({ title }) => title)).toEqual(titles)
  expect(answer.kind === 'listing' && answer.results.flatMap(({ talk }) => talk.links)).toEqual(
    expect.arrayContaining(titles.map((title) => expect.objectContaining({ title }))),
  )
})

test.each([
  'follow-ups',
  'what should we follow up on?',
  'action items',
  'todo list',
  'what should I try next week?',
  'give me three things to try',
  'next steps',
  'follow-ups of hitches',
  'what is open?',
  "what's still open",
  'what is left to do?',
  'what do we have to do?',
  'what are my open to-dos?',
  'open tasks',
])('“%s” lists what talks say to follow up', async (question) => {
  const answer = await answers.answerQuestion(question)
  expect(answer).toMatchObject({
    kind: 'listing',
    of: 'follow-up',
    links: [{ title: 'Try the bowline' }, { title: 'Read on', url: 'https://example.org/read' }],
  })
  expect(answer.explanation).toMatch(/^The notes have 2 follow-ups of 1 talk/)
})

test('what somebody has to do is listed by whom it is for', async () => {
  const toDo = (text: string) => [{ text }]
  const ofTeam = answersOf(
    makeCorpus(
      makeTalk('knots', { title: 'Knots', followUps: toDo('Ada: tie one') }),
      makeTalk('ropes', { title: 'Ropes', followUps: toDo('buy rope (Ada, by June)') }),
      makeTalk('sails', { title: 'Sails', followUps: toDo('Ben: ask Ada for sails') }),
    ),
  )
  for (const question of ['what does Ada have to do?', 'open to-dos of Ada', 'action items for ada']) {
    const answer = await ofTeam.answerQuestion(question)
    expect(answer).toMatchObject({ kind: 'listing', of: 'follow-up' })
    expect(answer.explanation).toMatch(/^The notes have 2 follow-ups for ada of 2 talks\.$/i)
    expect(answer.kind === 'listing' && answer.links?.map(({ title }) => title).toSorted()).toEqual([
      'Ada: tie one',
      'buy rope (Ada, by June)',
    ])
  }
  expect((await ofTeam.answerQuestion('what does Eve have to do?')).kind).not.toBe('listing')
})

test('all links of all talks are listed on their pages, each once', async () => {
  const all = corpus.talks.flatMap(({ links }) => links)
  for (const question of [
    'links',
    'are there any links?',
    'list all links',
    'urls please',
    'links from all talks',
  ]) {
    const seen: ListedLink[] = []
    for (let offset = 0; offset < all.length; offset += 2) {
      const answer = await answers.answerQuestion(question, { list: { limit: 2, offset } })
      if (answer.kind !== 'listing') throw new Error(`${question}: ${answer.kind}`)
      expect(answer.total).toBe(all.length)
      seen.push(...(answer.links ?? []))
    }
    expect(seen.toSorted(byTitle)).toEqual(all.toSorted(byTitle))
  }
})

const byTitle = (a: ListedLink, b: ListedLink) => (a.title < b.title ? -1 : 1)

test.each([
  'broken links',
  'how do links work?',
  'links between sails and ropes',
  'links to the mast',
  // Those of one talk are said by that talk, also that it has none.
  'links to the splices talk',
  'links about zeppelins',
  'links tag:zeppelins',
  'follow-ups of sails',
  'how do I follow up on ropes?',
  'what is next in ropes?',
])('“%s” is a question like any other', async (question) => {
  expect((await answers.answerQuestion(question)).kind).not.toBe('listing')
})
