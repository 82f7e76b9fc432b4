import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Passage, Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'
import { runs } from '../../helpers/runs.ts'

let line = 10
const passage = (form: Passage['form'], text: string, depth = 0): Passage => ({
  form,
  text,
  depth,
  line: line++,
})
const bullet = (text: string) => passage('bullet', text)
const paragraph = (text: string) => passage('paragraph', text)

const orchard = makeTalk('orchard', {
  title: 'Running an orchard at Appleby',
  summary: paragraph(
    'Appleby runs an orchard of old kinds of fruit. The orchard at Appleby sells cider, keeps bees and prunes in winter.',
  ),
  takeaways: [bullet('Prune an orchard in winter.')],
  sections: [
    {
      title: 'Trees',
      line: line++,
      passages: [
        paragraph('Jobs for the winter crew:'),
        bullet('Pruning, grafting and mending of fences.'),
        paragraph('All that the visitors wanted to know came up in the end.'),
        bullet('Appleby has 340 trees, most of them older than the house.'),
        bullet('The trees were planted by Anna Birch, whose family still owns the land.'),
        bullet('Cider was given up because the press broke too often.'),
        bullet('Honey is sold in jars.'),
        bullet('Sprayers were tried. They were too loud for the bees.'),
        bullet('Could the orchard live without bees?'),
        bullet('No, all of it needs them.'),
        bullet('the shop closes on Mondays'),
        bullet('no plastic crates in Appleby'),
        bullet('the van is shared'),
        bullet('it depends on the barometer'),
      ],
    },
    {
      title: 'The press',
      line: line++,
      passages: [paragraph('It is started with one command:'), passage('code', 'press --slow apples.txt')],
    },
  ],
})

const engine = createLunrEngine({ talks: [orchard, ...gardenTalks], version: 'orchard' })
const quote = async (question: string, maxLength = 400) => {
  const { results } = await engine.search(parseQuery(question))
  const result = results.find(({ talk }) => talk === orchard)
  return result!.quote(maxLength)
}

test.each([
  ['what broke at Appleby?', /^Cider was given up because/, 'a word that only this item has'],
  ['how many trees are there at Appleby?', /^Appleby has 340 trees/, 'a number for “how many”'],
  ['who planted the trees of Appleby?', /^The trees were planted by Anna Birch/, 'a person for “who”'],
  ['why no cider at Appleby?', /^Cider was given up because/, 'a reason for “why”'],
  ['where is the honey of Appleby sold?', /^Honey is sold in jars/, 'not the summary, which has more words'],
])('%s quotes %s (%s)', async (question, expected) => {
  expect((await quote(question)).text).toMatch(expected)
})

test('a sentence that stands between two others closes the gap, and none is quoted twice', async () => {
  const mill = makeTalk('mill', {
    title: 'Mills at scale',
    summary: paragraph(
      'Mills grind 12 sacks an hour after they were moved. They use water from the same pond. Sluices: oak in front of every wheel, checked each hour.',
    ),
  })
  const { results } = await createLunrEngine(makeCorpus(mill)).search(
    parseQuery('do mills at scale use sluices?'),
  )
  expect(results[0]!.quote(400).text).toBe(mill.summary.text)
})

test('whether to do what a talk is called by is told by the sentence that says all of it again', async () => {
  const friday = makeTalk('friday', {
    title: 'Never deploy on Fridays',
    summary: paragraph('A view after two bad weekends.'),
    takeaways: [bullet('Flags help.'), bullet('Do not deploy on Fridays: most pages came after them.')],
  })
  const told = async (question: string) => {
    const { results } = await createLunrEngine(makeCorpus(friday)).search(parseQuery(question), { limit: 1 })
    return results[0]!.quote(300).text
  }
  expect(await told('should we deploy on Fridays?')).toMatch(/^Do not deploy on Fridays/)
  // One word says too little.
  expect(await told('should we deploy?')).toBe('A view after two bad weekends.')
})

test('a question about the talk as a whole is answered by its summary', async () => {
  expect((await quote('what was the Appleby orchard talk about?')).text).toBe(orchard.summary.text)
})

test('of a talk without a summary, what says its name is quoted, or else how its notes begin', async () => {
  const items = ['The press broke.', 'Fences were mended at Appleby.', 'Honey was sold.', 'It rained.']
  const bare = makeTalk('bare', {
    title: 'Pears at Appleby',
    speakers: [{ name: 'Cid Field' }],
    summary: paragraph(''),
    sections: [{ title: '', line: line++, passages: items.map((text) => bullet(text)) }],
  })
  const search = createLunrEngine({ talks: [bare, ...gardenTalks], version: 'bare' })
  const quoted = async (question: string) => {
    const { results } = await search.search(parseQuery(question))
    return results[0]!.quote(400).text
  }
  expect(await quoted('what is at Appleby?')).toBe(items[1])
  expect(await quoted('what did Cid Field say?')).toBe(items.slice(0, 3).join('\n'))
})

test('who somebody is, below the text as details of the talk, is no beginning of it', async () => {
  const section = (title: string, text: string) => ({ title, line: line++, passages: [bullet(text)] })
  const bare = makeTalk('bare', {
    title: 'Pears at Appleby',
    speakers: [{ name: 'Cid Field' }],
    summary: paragraph(''),
    sections: [section('Notes', 'The press broke.'), section('Details', 'Head of presses')],
  })
  const search = createLunrEngine({ talks: [bare, ...gardenTalks], version: 'bare' })
  const { results } = await search.search(parseQuery('what did Cid Field say?'))
  expect(results[0]!.quote(400).text).toBe('The press broke.')
})

test('an item comes with the lead-in of its list', async () => {
  const { text, pieces, line: at } = await quote('who does the grafting at Appleby?')
  expect(text).toMatch(/^Jobs for the winter crew:\nPruning, grafting and mending of fences\./)
  expect(pieces.map(({ form }) => form).slice(0, 2)).toEqual(['paragraph', 'bullet'])
  expect(at).toBe(orchard.sections[0]!.passages[1]!.line)
})

test.each([
  ['plastic crates in Appleby', 'no plastic crates in Appleby'],
  ['the barometer at Appleby', 'it depends on the barometer'],
])('%s: an item of a list in few words is quoted without the one before', async (question, expected) => {
  expect((await quote(question)).text).toBe(expected)
})

test('a question in the notes comes with what follows it, and what points back with what it points to', async () => {
  expect((await quote('can Appleby live without bees?')).text).toContain(
    'without bees?\nNo, all of it needs them.',
  )
  expect((await quote('were they too loud at Appleby?')).text).toMatch(
    /^Sprayers were tried\. They were too loud/,
  )
})

test('what ends in a colon comes with the code after it', async () => {
  const { text, pieces } = await quote('how is the press started with a command?')
  expect(text).toContain('It is started with one command:\npress --slow apples.txt')
  expect(pieces.map(({ form }) => form)).toContain('code')
})

test('of a long text whole sentences are quoted, within the length that there is', async () => {
  for (const maxLength of [60, 120, 240, 400]) {
    const { text } = await quote('Appleby', maxLength)
    expect(text.length).toBeLessThanOrEqual(Math.max(maxLength, 70))
    expect(orchard.summary.text).toContain(text)
    expect(text).toMatch(/\.$/)
  }
})

test('what is said twice is quoted once', async () => {
  const { pieces, text } = await quote('does the Appleby orchard prune in winter?')
  expect(text).toContain('in winter')
  expect(pieces.filter(({ range }) => /orchard.*in winter/.test(text.slice(...range)))).toHaveLength(1)
})

const word = fc.constantFrom(
  'compost',
  'heaps',
  'this',
  'why:',
  'no',
  'rain?',
  'a.',
  'b)',
  '庭園',
  'Dr.',
  '--flag',
  '\n',
)
const anyText = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '))
const anyPassage = fc
  .tuple(fc.constantFrom('paragraph', 'bullet', 'code'), anyText, fc.nat(3))
  .map(([form, text, depth]) => passage(form as Passage['form'], text, depth))

test('of a talk that is called by its name, sentences on what is asked are quoted, in however many of them it stands', async () => {
  const brewing = [
    'Brewing starts at dawn.',
    'Nobody else watches the brewing.',
    'A kettle is enough for brewing.',
  ]
  const talk = makeTalk('ponds', {
    title: 'How Pondside was set up',
    summary: paragraph('Pondside is a yard by the water, built with old bricks.'),
    sections: [
      {
        title: 'Notes',
        line: 20,
        passages: [
          ...brewing,
          'Most brewing is slow.',
          'Pondside was built with care.',
          'Brewing needs barley.',
        ].map((text) => bullet(text)),
      },
    ],
  })
  const { best } = await createLunrEngine({ talks: [talk, ...gardenTalks], version: 'ponds' }).search(
    parseQuery('how is brewing done at Pondside?'),
  )
  expect(best!.talk).toBe(talk)
  expect(best!.quote(400).text).toMatch(/^[^\n]*brewing/i)
})

test('whatever the notes are, each piece is text of a passage, in whole sentences, and none comes twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPassage, { minLength: 1, maxLength: 12 }),
      anyText,
      fc.integer({ min: 20, max: 500 }),
      async (passages, question, maxLength) => {
        const talk: Talk = makeTalk('any', {
          summary: passages[0]!,
          sections: [{ title: 'S', line: 1, passages }],
        })
        const { results } = await createLunrEngine({ talks: [talk], version: 'any' }).search(
          parseQuery(question),
        )
        for (const result of results) {
          const { text, pieces, highlights } = result.quote(maxLength)
          const said = pieces.map(({ range }) => text.slice(...range))
          expect(said.join('\n')).toBe(text)
          said.forEach((piece, place) => {
            const { line: at } = pieces[place]!
            expect(passages.filter((one) => one.line === at).some((one) => one.text.includes(piece))).toBe(
              true,
            )
          })
          if (pieces.length > 1) expect(text.length).toBeLessThanOrEqual(maxLength)
          for (const [start, end] of highlights) expect(text.slice(start, end).trim()).not.toBe('')
        }
      },
    ),
    { numRuns: runs(150) },
  )
})

test('what only says that something follows is not quoted beside another sentence', async () => {
  const apiary = makeTalk('apiary', {
    title: 'Apiary',
    takeaways: [bullet('A skep can replace a wooden hive.'), bullet('Replacing old wooden frames:')],
  })
  const { best } = await createLunrEngine({ talks: [apiary, ...gardenTalks], version: 'apiary' }).search(
    parseQuery('what can replace a wooden hive or a skep?'),
  )
  expect(best!.quote(500).text).toBe('A skep can replace a wooden hive.')
})
