/** Words that only ask, in whatever language, are never named as what the notes lack. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { makeCorpus, makeTalk } from '../helpers/make-talk.ts'
import { runs } from '../helpers/runs.ts'

const garden = makeCorpus(...gardenTalks)
const answers = createAnswers(garden, createLunrEngine(garden), { examples: [] })

const ways = [
  'wie alt ist %',
  'wie schnell ist %?',
  'wie gut ist %',
  'wie oft wurde % erwähnt',
  'was ist %?',
  'ist % langsam?',
  'ist % besser?',
  'was bedeutet %',
  'ich möchte etwas über % lernen',
  'ich würde gern mehr über % wissen',
  'kannst du mir was über % erzählen?',
  'suche nach %',
  'habt ihr Hinweise zu %',
  'Frage zu %',
  'quel âge a %',
  'que dit-on de % ?',
  'est-ce que % est rapide',
  'cuántos años tiene %',
  '¿es % rápido?',
  'quanti anni ha %',
  'hoe oud is %',
  'quantos anos tem %',
]
const askingWords =
  /“(?:ich|möchte|etwas|lernen|würde|gern|mehr|wissen|kannst|mir|erzählen|suche|nach|habt|hinweise|zu|frage|wie|alt|schnell|gut|oft|wurde|was|ist|langsam|besser|bedeutet|quel|âge|que|dit-on|de|est|rapide|cuántos|años|tiene|es|rápido|quanti|anni|ha|hoe|oud|is|quantos|anos|tem|a)”/i

test('whatever is asked of a title in another language, no word that only asks is named as missing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ways), fc.constantFrom(...gardenTalks), async (way, { title }) => {
      const name = title.split(/[\s:]/)[0]!
      const { explanation } = await answers.answerQuestion(way.replace('%', () => name))
      expect([way, explanation]).not.toEqual([way, expect.stringMatching(askingWords)])
    }),
    { numRuns: runs(60) },
  )
})

test.each([
  [
    'who talked about %?',
    ['wer hat über % gesprochen?', 'wer sprach über %', 'wer redete über %?', 'wer redet über %?'],
  ],
  [
    'who talked about %?',
    ['qui a parlé de % ?', 'quién habló de %?', 'chi ha parlato di %?', 'quem falou sobre %?'],
  ],
  [
    'which talks are there about %?',
    [
      'welche Vorträge gibt es über %?',
      'welche Präsentationen gibt es zu %?',
      'qué charlas hay sobre %?',
      'quelles présentations y a-t-il sur % ?',
      'quali presentazioni ci sono su %?',
    ],
  ],
])(
  '“%s” is answered in the form of an answer to it in English, if it is asked as %j',
  async (english, others) => {
    for (const tag of new Set(gardenTalks.flatMap(({ tags }) => tags))) {
      const inForm = async (way: string) => {
        const { kind, results, ...answer } = await answers.answerQuestion(way.replace('%', () => tag))
        const shape = 'shape' in answer ? answer.shape : undefined
        return { tag, kind, shape, first: results[0]?.talk.id }
      }
      for (const other of others)
        expect({ other, ...(await inForm(other)) }).toEqual({ other, ...(await inForm(english)) })
    }
  },
)

const days = makeCorpus(
  ...['knots', 'ropes', 'masts', 'sails'].map((title, at) =>
    makeTalk(title, {
      title,
      date: `2012-07-0${at + 1}`,
      speakers: [{ name: at > 1 ? 'Bo Quay' : `Ada ${title}` }],
      links: Array.from({ length: at }, (_, nth) => ({
        title: `${nth}`,
        url: `https://a.example/${nth}`,
        kind: 'site' as const,
      })),
    }),
  ),
)
const dated = createAnswers(days, createLunrEngine(days), { examples: [] })

test.each([
  ['der älteste Vortrag', 'The notes have 4 talks. The oldest is “knots”, of Sunday 1 July 2012.'],
  ['neuester Vortrag', 'The notes have 4 talks. The newest is “sails”, of Wednesday 4 July 2012.'],
  ['der Vortrag mit den meisten Links', '“sails” has the most links, 3.'],
  [
    'Welcher Sprecher hat die meisten Vorträge?',
    'The notes name 3 speakers. The most talks, 2, are by Bo Quay.',
  ],
  ['längster Vortrag', 'The notes do not say how long any of the 4 talks takes.'],
])('“%s” is answered: %s', async (question, said) => {
  expect((await dated.answerQuestion(question)).explanation).toBe(said)
})

test('that a talk has no slides is told to who asks for Folien', async () => {
  const { kind, explanation } = await dated.answerQuestion('gibt es Folien zum knots-Vortrag?')
  expect([kind, explanation]).toEqual(['unsure', 'The notes link no slides of “knots”.'])
})
