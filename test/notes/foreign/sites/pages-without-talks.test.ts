import { expect, test } from 'vitest'
import { readForeignNote } from '../../../../src/notes/foreign/read-foreign-note.ts'

const readme = (title: string, headings: readonly string[], said = 'The water rises.') =>
  `# ${title}\n\n${said}\n\n${headings.map((heading) => `## ${heading}\n\nThe water falls again.\n\n`).join('')}`

const ofProgram = ['🚀 Getting started', 'Install dependencies', 'License']

test('a README that tells how to run a program holds no talk', () => {
  expect(readForeignNote(readme('Oar site', ofProgram), { stem: 'oars', isReadme: true }).skipped).toBe(
    'is on a program',
  )
})

test.each([
  ['a note on a program', readme('Oar site', ofProgram), { isReadme: false }],
  [
    'one of a talk that showed one',
    readme('Oars', ofProgram, 'What I showed in my talk.'),
    { isReadme: true },
  ],
  [
    'one that says more',
    readme('Oars', [...ofProgram, 'Tides', 'Knots', 'Sails', 'Winds']),
    { isReadme: true },
  ],
])('but %s does', (_, text, options) => {
  expect(readForeignNote(text, { stem: 'oars', ...options }).talks).not.toHaveLength(0)
})

test.each([
  'categories:\n- Newsletter',
  'type: newsletter',
  'title: "Oar Club Newsletter [May 2024 Edition]"',
])('a newsletter holds no talk: %s', (field) => {
  const text = `---\n${field}\n---\n\n## News\n\n- The water rises.\n`
  expect(readForeignNote(text, { stem: 'news' }).talks).toHaveLength(0)
})

test.each(['title: How we write a newsletter that sells', 'categories: [Newsletter, Sails]', 'type: talk'])(
  'a page that only mentions one does: %s',
  (field) => {
    const text = `---\n${field}\n---\n\n## News\n\n- The water rises.\n`
    expect(readForeignNote(text, { stem: 'news' }).talks).not.toHaveLength(0)
  },
)

test('no note that says who speaks or where the slides are is a list of others, whatever it leads to', () => {
  const links = '- [Knots](knots.md)\n- [Sails](sails.md)\n- [Rafts](rafts.md)\n'
  const read = (text: string) => readForeignNote(text, { stem: 'tides', dialect: 'markdown' })
  expect(read(`# OarConf 2024\n\n${links}`).skipped).toBe('lists other pages')
  for (const said of ['speaker: Ada Lovelace', 'slides: https://oars.example/tides.pdf'])
    expect(read(`---\ntitle: Tides\n${said}\n---\n\n${links}`).talks).toHaveLength(1)
  const [one, other] = links.split('\n')
  for (const text of [`${one}\n${other}\n`, '[Knots](knots.md)\n[Sails](sails.md)\n[Rafts](rafts.md)\n'])
    expect(read(`# Tides\n\nSpeaker: Ada Lovelace\n\n${text}`).talks).toHaveLength(1)
})
