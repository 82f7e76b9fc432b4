/** Words that only ask, in whatever language, are never named as what the notes lack. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gardenTalks } from '../corpora/garden.ts'
import { answersOf, answersOver } from '../helpers/answers-of.ts'
import { makeCorpus, makeTalk, passage } from '../helpers/make-talk.ts'
import { runs } from '../helpers/runs.ts'

const garden = makeCorpus(...gardenTalks)
const answers = answersOf(garden)

const ways = [
  'wie alt ist %',
  'wie schnell ist %?',
  'wie gut ist %',
  'wie oft wurde % erwähnt',
  'was ist %?',
  'ist % langsam?',
  'ist % besser?',
  'was bedeutet %',
  'nenne mir drei Talks zu %',
  'ich möchte etwas über % lernen',
  'ich würde gern mehr über % wissen',
  'kannst du mir was über % erzählen?',
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
  /“(?:ich|möchte|etwas|lernen|würde|gern|mehr|wissen|kannst|mir|nenne|drei|talks|zu|erzählen|wie|alt|schnell|gut|oft|wurde|was|ist|langsam|besser|bedeutet|quel|âge|que|dit-on|de|est|rapide|cuántos|años|tiene|es|rápido|quanti|anni|ha|hoe|oud|is|quantos|anos|tem|a)”/i

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
      'ich brauche Infos zu %',
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

const dated = answersOver(
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

test('talks without slides are those that had none', async () => {
  const { explanation } = await dated.answerQuestion('welche Talks hatten keine Folien?')
  expect(explanation).toBe('The notes have 4 talks without slides.')
})

test('that a talk has no slides is told to who asks for Folien', async () => {
  const { kind, explanation } = await dated.answerQuestion('gibt es Folien zum knots-Vortrag?')
  expect([kind, explanation]).toEqual(['unsure', 'The notes link no slides of “knots”.'])
})

const germanAnswers = answersOver(
  ...(
    [
      ['Suche in Elasticsearch', 'Wie man eine Suche mit Elasticsearch baut, die auch Tippfehler findet.'],
      ['Monitoring von Elasticsearch', 'Metriken und Alarme: Elasticsearch im Betrieb.'],
      ['Lernen aus Fehlern', 'Ein Team lernt aus Fehlern, wenn niemand beschuldigt wird.'],
      ['Umgang mit Fehlern in Go', 'Fehler in Go sind Werte und werden eingepackt.'],
      ['Fragen im Bewerbungsgespräch', 'Welche Fragen im Bewerbungsgespräch weiterhelfen.'],
      ['Absagen nach dem Bewerbungsgespräch', 'Wie man nach dem Bewerbungsgespräch freundlich absagt.'],
      ['Wissen teilen im Team', 'Wie ein Team sein Wissen aufschreibt und teilt.'],
      ['Arbeiten zu zweit im Team', 'Ein Team arbeitet zu zweit und teilt Aufgaben.'],
    ] as const
  ).map(([title, said]) =>
    makeTalk(title.toLowerCase().replaceAll(/[^a-z]+/g, '-'), {
      title,
      language: 'de',
      summary: passage(said, 3),
    }),
  ),
)

test.each([
  ['Suche in Elasticsearch', 'Suche in Elasticsearch'],
  ['Lernen aus Fehlern', 'Lernen aus Fehlern'],
  ['Fragen im Bewerbungsgespräch', 'Fragen im Bewerbungsgespräch'],
  ['Vorträge über Lernen', 'Lernen aus Fehlern'],
  ['Vorträge über Suche', 'Suche in Elasticsearch'],
  ['Vorträge über Fragen', 'Fragen im Bewerbungsgespräch'],
  ['Talks zum Thema Wissen', 'Wissen teilen im Team'],
  ['Vorträge über Wissen im Team', 'Wissen teilen im Team'],
  ['wer spricht über Lernen', 'Lernen aus Fehlern'],
  ['welche Fragen stellt man im Bewerbungsgespräch', 'Fragen im Bewerbungsgespräch'],
  ['gute Fragen für das Bewerbungsgespräch', 'Fragen im Bewerbungsgespräch'],
  ['wie verbessert man die Suche', 'Suche in Elasticsearch'],
  ['ich möchte aus Fehlern lernen', 'Lernen aus Fehlern'],
  ['nenne mir drei Vorträge über Lernen', 'Lernen aus Fehlern'],
  ['ich möchte mehr über Lernen wissen', 'Lernen aus Fehlern'],
])('what “%s” asks is no word that only asks: it finds “%s”', async (question, title) => {
  expect((await germanAnswers.answerQuestion(question)).results[0]?.talk.title).toBe(title)
})
