import { expect, test } from 'vitest'
import { languageOfText } from '../../../../src/notes/foreign/words/language-of-text.ts'
import { readCorpus } from '../../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../../helpers/temporary-folder.ts'

test.each([
  ['Der Mond zieht das Wasser, und nicht nur bei Ebbe.', 'de'],
  [
    'Great Expectations war zu langsam (40 Minuten), Soda braucht 6. Alarme gehen nach Slack, nicht mehr per Mail.',
    'de',
  ],
  ['Les rames sont dans le port, et elle les a peintes avec du vert pour les voir de loin.', 'fr'],
  ['La luna mueve el agua, pero no como se cree: los remos son más lentos en el puerto.', 'es'],
  ['I remi sono nel porto, e anche la barca è più lenta della luna che non si vede.', 'it'],
  ['Os remos são mais lentos, e não se vê a lua no porto: é uma noite sem vento.', 'pt'],
  ['De roeiers zijn niet meer op het water, maar wel bij de haven met een nieuwe boot.', 'nl'],
])('“%s” is in %s', (text, language) => {
  expect(languageOfText(text)).toBe(language)
})

test.each([
  'The moon pulls water twice a day, and the oars of the boat are made of ash.',
  'Das Keyboard by Der Spiegel, a talk on keyboards that people bought in Berlin and in Munich last year.',
  'Los Angeles and Las Vegas have no tides, and El Paso has none either, as the speaker said twice.',
  'Die hard fans in the harbour say that the los angeles de la mar do not com en. But the tide turns.',
  'El Niño, La Niña, and the de la Cruz family of Los Angeles: who saw them, and when, and on which shore?',
  'See oars.com, tides.com, knots.com, docks.com, sails.com and the dos and dons of com ports.',
  'Der Mond zieht.',
  '',
])('“%s” tells no other language than English', (text) => {
  expect(languageOfText(text)).toBeUndefined()
})

const said =
  'Das Wasser steigt nicht von selbst: der Mond zieht es, und die Sonne hilft mit. Wir haben es auf einer Tafel gesehen.'

test.each([
  ['a note of any form', 'tides.md', `# Tides\n\n${said}\n`],
  ['a note of our form', 'tides.md', `---\ntitle: Tides\ntags: [tides]\n---\n\n${said}\n`],
  ['a record', 'talks.jsonl', `${JSON.stringify({ id: 'tides', title: 'Tides', body: said })}\n`],
])('%s that says no language is in that of its text, and what it says counts', async (_, file, text) => {
  const languages = async (text: string) => {
    const folder = writeFolder({ [`oarconf-2024/${file}`]: text })
    return (await readCorpus(folder)).talks.map(({ language }) => language)
  }
  expect(await languages(text)).toEqual(['de'])
  const inEnglish = text
    .replace('title: Tides', 'title: Tides\nlanguage: en')
    .replace('# Tides', '# Tides\nLanguage: en')
    .replace('"id"', '"language":"en","id"')
  expect(await languages(inEnglish)).toEqual(['en'])
})
