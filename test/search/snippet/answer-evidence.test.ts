import { expect, test } from 'vitest'
import type { Passage } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { askedFor, hasThing } from '../../../src/search/query/asked-for.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const passage = (text: string, line: number): Passage => ({ form: 'bullet', text, line, depth: 0 })
const mill = makeTalk('mill', {
  title: 'Fernmill',
  tags: ['millstones'],
  summary: { form: 'paragraph', text: 'Fernmill grinds rye by water.', line: 3, depth: 0 },
  takeaways: [passage('One stone of Fernmill has 900 kilograms.', 5), passage('Rye is cheap.', 6)],
  sections: [
    {
      title: 'Who',
      line: 8,
      passages: [
        passage('Ruth Quern restored the phone box, and later its windows.', 9),
        passage('The dam was opened by hand.', 10),
        passage('Fernmill is quieter than a diesel mill.', 11),
        passage('Older belts wear out within two weeks, and the roof burned in 1998.', 12),
      ],
    },
  ],
})
const engine = createLunrEngine({ talks: [mill, ...gardenTalks], version: 'mill' })
const evidenceOf = async (question: string) => {
  const { best } = await engine.search(parseQuery(question))
  expect(best?.talk).toBe(mill)
  return best!.evidence()
}

test('a thing that is asked for and is not there is lacking, and it is known if it is nowhere', async () => {
  expect(await evidenceOf('how many bakers does Fernmill have?')).toMatchObject({
    lackingThing: { thing: 'number', counted: { text: 'bakers' }, isNowhere: true },
    toldThing: undefined,
    missing: ['bakers'],
    missingObjects: ['bakers'],
    subjects: ['Fernmill'],
  })
  expect(await evidenceOf('which licence has Fernmill?')).toMatchObject({
    lackingThing: { thing: 'licence' },
  })
})

test('what asks for a thing that is there is not missing, be it in no note', async () => {
  const evidence = await evidenceOf('how heavy is a stone of Fernmill?')
  expect(evidence).toMatchObject({ toldThing: 'size', missing: [] })
  expect(evidence.lackingThing).toBeUndefined()
})

test.each([
  ['when was the dam of Fernmill opened?', 'date'],
  ['how long did Ruth Quern restore the phone box?', 'duration'],
  ['how much of its rye does Fernmill grind?', 'number'],
  ['in which year was the dam of Fernmill opened?', 'year'],
])('what “%s” asks for may be told of something else, and is lacking then', async (question, thing) => {
  expect(await evidenceOf(question)).toMatchObject({ lackingThing: { thing, isNowhere: false } })
})

test.each([
  ['how long does it take?', 'It is sold as flour, and the long belts run at the same time.'],
  ['how long does it take?', 'A quarter of the rye is for 3D models, and 3 million a year are sold.'],
  ['how long did the rebuilding take?', 'The rebuilding touched 400 lines, and filled 40 pages.'],
  ['how long did the drought last?', 'The wheel stood still 12 times in one quarter.'],
  ['how fast is it?', 'The fast ones are replaced.'],
  ['how many sacks does it have?', 'It cut the weight by 60% on all sacks, 16 times faster than sacks.'],
])('“%s” is not told by “%s”', (question, text) => {
  expect(hasThing(text, askedFor(parseQuery(question))!, defaultParameters.quotation)).toBe(false)
})

test.each([
  ['how old is Fernmill?', 'age'],
  ['where is Fernmill based?', 'place'],
  ['what percentage of rye does Fernmill grind?', 'percentage'],
  ['what is the email address of Fernmill?', 'email'],
])(
  'what “%s” asks for is no other number or name, and its own words are not missed',
  async (question, thing) => {
    expect(await evidenceOf(question)).toMatchObject({ lackingThing: { thing }, missing: [] })
  },
)

test.each([
  ['what percentage of the rye is lost at Fernmill?', 'A third of the rye is lost at Fernmill.'],
  ['how old is Fernmill?', 'Fernmill was founded by monks in 1912.'],
  ['how old is Fernmill?', 'Fernmill is 700 years old.'],
  ['how old is Fernmill?', 'No beam of Fernmill is older than 90 days.'],
  ['wie lange wird Fernmill gebaut?', 'Fernmill wird seit sieben Monaten gebaut.'],
  ['how long does Fernmill take to start?', 'Fernmill start: 4 min'],
  ['how long did building Fernmill take?', 'Fernmill was built overnight.'],
  ['how long did building Fernmill take?', 'Fernmill was built from April to June.'],
  ['how long are sacks kept at Fernmill?', 'Fernmill sacks: kept 30d'],
  ['which year did Fernmill burn?', 'Fernmill burned in 1998.'],
  ['where is Fernmill based?', 'Fernmill lies at Quern, near Oxford.'],
  ['what is Fernmill’s e-mail?', 'Write to miller@fernmill.example.'],
  ['how many sacks are there at Fernmill?', 'Sacks a day: about 20'],
  ['how many sacks are there at Fernmill?', 'The sacks of Fernmill are twenty.'],
  ['how big is Fernmill?', 'Fernmill covers 12 acres.'],
  ['how fast is Fernmill?', 'Fernmill grinds forty sacks an hour.'],
  ['how large is Fernmill?', 'Fernmill is twice as wide as its dam.'],
  ['what does a sack cost at Fernmill?', 'Each sack is 4 euros.'],
  ['what does a sack cost at Fernmill?', 'The cost of a sack went from 40k to 9k.'],
  ['how expensive is Fernmill?', 'Fernmill is free of charge.'],
  ['where is Fernmill based?', 'Fernmill is held at Quern House.'],
  ['what does FMQ stand for at Fernmill?', 'Fernmill has an FMQ (fine meal quota).'],
  ['what does FMQ stand for at Fernmill?', 'Fernmill has a fine meal quota (FMQ).'],
  ['how fast is Fernmill?', 'Fernmill grinds 12 sacks an hour.'],
  ['how fast is Fernmill?', 'Fernmill is twice as fast as its neighbour.'],
  ['how fast is Fernmill?', 'Fernmill starts within 1.5 seconds.'],
  ['what is the latest version of Fernmill?', 'Fernmill 3.2 came out.'],
  ['which language is Fernmill written in?', 'Fernmill is a small program in pure Python.'],
  ['in which language was Fernmill built?', 'Fernmill is written in C++.'],
  ['which language is Fernmill written in?', 'Fernmill: Java, made for barley.'],
])('“%s” is answered by “%s”', async (question, told) => {
  const talk = { ...mill, sections: [], takeaways: [passage(told, 5)] }
  const { best } = await createLunrEngine({ talks: [talk, ...gardenTalks], version: '1' }).search(
    parseQuery(question),
  )
  expect(best!.evidence()).toMatchObject({ toldThing: expect.any(String), missing: [] })
})

test.each([
  ['how many sacks are there at Fernmill?', 'Sacks are one way to carry rye.'],
  ['how many sacks are there at Fernmill?', 'Sacks are half the cost of a mill.'],
  ['how many customers has Fernmill?', 'Custom sacks of Fernmill hold 40 kilograms.'],
  ['how many sacks are there at Fernmill?', 'Sacks – two colours are enough.'],
  ['how many sacks are there at Fernmill?', 'Sacks: three ways to sew them.'],
  ['what does FMQ stand for at Fernmill?', 'Fernmill fills its FMQ by noon.'],
  ['how big is Fernmill?', 'Fernmill delivers twice.'],
  ['how big is Fernmill?', 'Fernmill began with version 3.'],
  ['how fast is Fernmill?', 'Most of Fernmill is built of oak.'],
  ['how fast is Fernmill?', 'Fernmill has 900 kilograms of stone on two floors.'],
  ['what is the latest version of Fernmill?', 'Fernmill is quiet, and its latest version quieter.'],
  ['which language is Fernmill written in?', 'Fernmill is written by hand in a green book.'],
  ['what is one Fernmill worth?', 'Fernmill grinds one sack a day.'],
  ['how expensive is Fernmill?', 'Compare the cost of failure with that of Fernmill.'],
  ['what does Fernmill cost?', 'Somebody is paid to look after Fernmill.'],
  ['where is Fernmill based?', 'The miller of Fernmill points at YouTube.'],
  ['where is Fernmill based?', 'Its stones were cut in France.'],
  ['when will Fernmill grind Spelt?', 'Fernmill may close soon.'],
  ['when will Fernmill close?', 'Fernmill is old, yet it may close the windows.'],
  ['what is Fernmill’s e-mail?', 'Questions go to the organisers, team@oars.example.'],
  ['what is the email address of Fernmill?', 'Clone git@forge.example with the plans of Fernmill.'],
  ['who made Fernmill?', 'Fernmill is made of oak.'],
])('“%s” is not answered by “%s”', async (question, told) => {
  const talk = { ...mill, sections: [], takeaways: [passage(told, 5)] }
  const { best } = await createLunrEngine({ talks: [talk, ...gardenTalks], version: '1' }).search(
    parseQuery(question),
  )
  expect(best!.evidence().toldThing).toBeUndefined()
})

test('a comparison is one of the two that are named', async () => {
  expect((await evidenceOf('is Fernmill quieter than a diesel mill?')).toldThing).toBe('comparison')
  expect((await evidenceOf('is Fernmill older than the phone box?')).toldThing).toBeUndefined()
  expect((await evidenceOf('what is the difference between Fernmill and the phone box?')).missing).toEqual([])
})

test('names tell what a question is about, and do not make it longer', async () => {
  const named = await evidenceOf('has Fernmill stones?')
  expect((await evidenceOf('has Ruth Quern stones at Fernmill?')).questionLength).toBe(
    named.questionLength + 1,
  )
})

test('a name counts only as it is written, word beside word', async () => {
  expect((await evidenceOf('does Fernmill run on Windows Phone?')).lackingName).toBe('Windows Phone')
  expect((await evidenceOf('did Ruth Quern restore Fernmill?')).lackingName).toBeUndefined()
})

test('who somebody is who speaks, is told by the talk', async () => {
  const given = { ...mill, speakers: [{ name: 'Anna Millstone' }] }
  const { best } = await createLunrEngine({ talks: [given, ...gardenTalks], version: '1' }).search(
    parseQuery('who is Anna Millstone?'),
  )
  expect(best!.talk).toBe(given)
  expect(best!.evidence().lackingThing).toBeUndefined()
})

test('words of which nobody asked are missing, but are not what is asked about', async () => {
  expect(await evidenceOf('who demolished Fernmill?')).toMatchObject({
    missing: ['demolished'],
    missingObjects: [],
  })
})

test('the word that a question ends with may be unknown to all notes, and not to this one alone', async () => {
  expect((await evidenceOf('does Fernmill grind quinoa?')).asksUnknown).toBe(true)
  expect((await evidenceOf('does quinoa come to Fernmill?')).asksUnknown).toBe(false)
  expect((await evidenceOf('does Fernmill grind compost?')).asksUnknown).toBe(false)
})

test.each([
  ['which keyboard does Fernmill have?', true],
  ['what keyboard is used in Fernmill?', true],
  ['which mechanical keyboard does Fernmill have?', true],
  ['which keyboard mill does Fernmill have?', false],
  ['which compost does Fernmill grind?', false],
  ['what happens if a keyboard is in Fernmill?', false],
])(
  'what stands before “does” is what a question asks about, and may be unknown to all notes: %s',
  async (question, asks) => {
    expect((await evidenceOf(question)).asksUnknown).toBe(asks)
  },
)

test('what points back to a sentence before it has what that one has', async () => {
  const hoist = {
    form: 'paragraph',
    text: 'The old hoist, gribble, lifts sacks. It is used by two.',
    line: 9,
    depth: 0,
  }
  const talk = { ...mill, sections: [{ title: 'Hoist', line: 8, passages: [hoist as Passage] }] }
  const { best } = await createLunrEngine({ talks: [talk, ...gardenTalks], version: '1' }).search(
    parseQuery('how does gribble work?'),
  )
  expect(best!.evidence().share).toBeGreaterThan(0.9)
})

test('the topics are counted that the best sentence has', async () => {
  expect((await evidenceOf('was the dam of Fernmill opened?')).topicsSaid).toBe(2)
  expect((await evidenceOf('was the dam of Fernmill painted?')).topicsSaid).toBe(1)
})

test('a question that is no more than names and tags of a talk names it', async () => {
  expect((await evidenceOf('Fernmill')).isNamed).toBe(true)
  expect((await evidenceOf('any talks on millstones?')).isNamed).toBe(true)
  expect((await evidenceOf('is the rye of Fernmill cheap?')).isNamed).toBe(false)
})

test('the more of what tells its passages apart the quotation has, the more is borne out', async () => {
  const { share: all } = await evidenceOf('is the rye of Fernmill cheap?')
  const { share: some } = await evidenceOf(
    'is the rye of Fernmill cheap at Kiln Lane with its windows restored?',
  )
  const { share: none } = await evidenceOf('does Fernmill dance?')
  expect(all).toBeGreaterThan(0.9)
  expect(some).toBeLessThan(all)
  expect(none).toBeLessThanOrEqual(1)
})

test.each([
  ['how do I rebuild Fernmill?', true],
  ['how to insure the Fernmill?', true],
  ['how does Fernmill grind rye?', false],
  ['how did Ruth Quern restore the phone box of Fernmill?', false],
  ['how do I rebuild a dam like that of Fernmill?', false],
])('“%s” asks for an act, and a way of another one is none: %s', async (question, isLacking) => {
  const { lackingThing } = await evidenceOf(question)
  expect(lackingThing?.thing === 'way').toBe(isLacking)
})

test.each([
  ['what is the name of the mill?', 'The mill grinds rye by water.', false],
  ['what is the name of the mill?', 'The mill is named Quernby.', true],
  ['what is the name of the mill?', 'Quernby is a mill.', true],
  ['what is the mill called?', 'The mill, quernby, grinds rye by water.', true],
  ['what is the mill called?', 'The mill grinds rye, oats, and barley.', false],
  ['wie heißt die Mühle?', 'Die Mühle (Quernby) mahlt Roggen.', true],
  ['wie heißt die Mühle?', 'Die Mühle mahlt Roggen.', false],
])('“%s” is told by what names it: %s', (question, text, isTold) => {
  const asked = askedFor(parseQuery(question))
  expect(asked?.thing).toBe('name')
  expect(hasThing(text, asked!, defaultParameters.quotation)).toBe(isTold)
})

test.each(['what is the name of the speaker on rye?', 'what is the name of the talk on rye?'])(
  'what is told beside every quotation is no name to look for: %s',
  (question) => {
    expect(askedFor(parseQuery(question))?.thing).not.toBe('name')
  },
)

test.each([
  ['how big should a sack be?', 'The sacks hold 25 kilograms.', true],
  ['how big should a sack be?', 'A sack is filled within 5 seconds.', false],
  ['how big should a sack be?', 'One decides which sack to open.', false],
  ['how fast is the mill?', 'A sack is filled within 5 seconds.', true],
  ['how fast is the mill?', 'The mill is twice as fast as that of Quernby.', true],
])('“%s” is told by a figure of that: %s', (question, text, isTold) => {
  expect(hasThing(text, askedFor(parseQuery(question))!, defaultParameters.quotation)).toBe(isTold)
})

test.each([
  ['how many stone-ground loaves are sold?', 'Some 40 loaves are sold.', true],
  [
    'how many stone-ground loaves are sold?',
    'There are two stones, which turn all day long, and loaves are sold.',
    false,
  ],
  ['how many active core millers are there?', 'The mill has three millers.', true],
])('“%s” is told by a number of what is counted: %s', (question, text, isTold) => {
  expect(hasThing(text, askedFor(parseQuery(question))!, defaultParameters.quotation)).toBe(isTold)
})

test.each([
  ['how many loaves did the mill burn?', 'Loaves burnt by the mill alone: 61', true],
  ['how many loaves burn a night?', 'Loaves burnt per night fell from 31 to 9.', true],
  ['how many loaves burn a night?', 'The new stones cut burnt loaves from 31 to 9 per night.', true],
  ['how many loaves burn a night?', 'Burnt loaves are down to about 9.', true],
  ['how many loaves burn a night?', 'Burnt loaves fell by 9.', false],
  ['how many loaves burn a night?', 'Burnt loaves fell to 9 % of what they were.', false],
  ['how many loaves are sold?', 'Loaves sold reached 200 in May.', true],
  ['combien coûte un sac ?', 'Les sacs coûtent environ 3 écus.', true],
  ['combien coûte un sac ?', 'Les sacs coûtent cher à remplir.', false],
  ['was kostet ein Sack?', 'Ein Sack kostet 3 Taler.', true],
])('“%s” is told by a number under a label or beside a verb: %s', (question, text, isTold) => {
  expect(hasThing(text, askedFor(parseQuery(question))!, defaultParameters.quotation)).toBe(isTold)
})

test.each([
  ['who is in the panel on rye?', undefined],
  ['who was on the panel?', undefined],
  ['who moderates the panel?', 'person'],
])('who sits on a panel is told beside every quotation: %s', (question, thing) => {
  expect(askedFor(parseQuery(question))?.thing).toBe(thing)
})

test.each([
  ['how many stone-ground loaves are sold?', 'stone-ground loaves'],
  ['how many sacks does the mill grind?', 'sacks'],
  ['how many of the old mill wheels turn?', 'old mill wheels'],
])('what is counted is said up to its plural: %s', (question, counted) => {
  expect(askedFor(parseQuery(question))?.counted?.text).toBe(counted)
})

test.each([
  ['combien coûte un sac ?', 'price'],
  ['combien ça coute', 'price'],
  ['¿cuánto cuesta un saco?', 'price'],
  ['quanto costa un sacco?', 'price'],
  ['quanto custa um saco?', 'price'],
  ['hoeveel kost een zak?', 'price'],
  ['quel est le prix du sac ?', 'price'],
  ['what happens at the Grand Prix?', undefined],
  ['what does Costa Rica grow?', undefined],
])('what something costs is a price in any language that is asked in: %s', (question, thing) => {
  expect(askedFor(parseQuery(question))?.thing).toBe(thing)
})

test('how long something takes need not be said in that word, so it is not named as missing', async () => {
  expect(await evidenceOf('how long is the Fernmill?')).toMatchObject({ missing: [] })
})

test.each(['email of Ruth Quern', 'the e-mail for Ruth Quern', "what is Ruth Quern's email?"])(
  'an address is asked for: %s',
  (question) => {
    expect(askedFor(parseQuery(question))?.thing).toBe('email')
  },
)

test('who does something is told by a sentence that says it otherwise', async () => {
  const summary = {
    form: 'paragraph',
    text: 'The council gives Ada Pier the money for Hack Day.',
    line: 3,
    depth: 0,
  } as const
  const day = makeTalk('day', { title: 'Hack Day', summary })
  const { best } = await createLunrEngine({ talks: [day, ...gardenTalks], version: 'day' }).search(
    parseQuery('who finances Hack Day?'),
  )
  expect(best?.talk).toBe(day)
  expect(best!.evidence().lackingThing).toBeUndefined()
})

test('a number is not that of people or things that the talk does not mention', async () => {
  expect(await evidenceOf('how many people work at Fernmill?')).toMatchObject({
    lackingThing: { thing: 'number' },
    missing: ['people', 'work'],
  })
})

test.each(['what is Fernmill worth?', 'how much is one Fernmill worth today?'])(
  '“%s” asks for a price',
  (question) => {
    expect(askedFor(parseQuery(question))).toMatchObject({ thing: 'price' })
  },
)

test('a talk is not merely named by a question that asks something of it that it does not have', async () => {
  expect(await evidenceOf('what is Fernmill?')).toMatchObject({ isNamed: true })
  expect(await evidenceOf('how does Fernmill vaporize?')).toMatchObject({
    isNamed: false,
    missing: ['vaporize'],
  })
})

test('a name that is only near to one of the talk is not there', async () => {
  const talk = makeTalk('http', {
    title: 'Proxies',
    summary: { form: 'paragraph', text: 'A proxy speaks HTTP to browsers.', line: 3, depth: 0 },
  })
  const { best } = await createLunrEngine({ talks: [talk, ...gardenTalks], version: 'proxy' }).search(
    parseQuery('how does a proxy speak HTTPS to browsers?'),
  )
  expect(best!.evidence()).toMatchObject({ lackingName: 'HTTPS', missing: ['HTTPS'] })
})

test('a tag of several words is what a question is on that says it whole, and none that says a part of it', async () => {
  const ferry = makeTalk('ferry', {
    title: 'Crossing',
    tags: ['chain ferry', 'rope'],
    takeaways: [passage('The chain of a ferry is oiled at night.', 5), passage('A rope holds the ferry.', 6)],
  })
  const search = createLunrEngine({ talks: [ferry, ...gardenTalks], version: 'ferry' })
  const subjectsOf = async (question: string) =>
    (await search.search(parseQuery(question))).best!.evidence().subjects
  expect(await subjectsOf('which sensors does a chain ferry need?')).toEqual(['chain ferry'])
  expect(await subjectsOf('how is the chain of it oiled?')).toEqual([])
  expect(await subjectsOf('is a ferry held by rope?')).toEqual([])
})

test('no subject is a word that the notes have only others near in meaning to', async () => {
  const looms = makeTalk('looms', {
    title: 'Notebooks at the loom',
    summary: passage('Patterns are kept in them.', 3),
  })
  const others = 'ash birch cedar elm fir hazel larch maple oak pine rowan yew'
    .split(' ')
    .map((tree) => makeTalk(tree, { title: `The ${tree}`, summary: passage(`A ${tree} stands here.`, 3) }))
  const search = createLunrEngine({ talks: [looms, ...others], version: 'looms' })
  const evidenceFor = async (question: string) => (await search.search(parseQuery(question))).best!.evidence()
  expect(await evidenceFor('quantum computing')).toMatchObject({ subjects: [], missing: ['quantum'] })
  expect(await evidenceFor('quantum notebooks')).toMatchObject({
    subjects: ['notebooks'],
    missing: ['quantum'],
  })
})
