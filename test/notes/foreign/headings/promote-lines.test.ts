import { expect, test } from 'vitest'
import { readForeignNote } from '../../../../src/notes/foreign/read-foreign-note.ts'

const titlesOf = (text: string) => readForeignNote(text, { stem: 'oars' }).talks.map(({ title }) => title)

const note = (labels: readonly string[]) =>
  `# Oar Dialogs (11/6/2024)\n\n${labels.map((label) => `**${label} tides turn**\n\n- speaker: Zorx Quxfoo\n- the water rises\n- the water falls\n\n`).join('')}`

test('bold lines that letters count are talks, without what counts them', () => {
  expect(titlesOf(note(['A. Here', 'B. There', 'C. Nowhere']))).toEqual([
    'Here tides turn',
    'There tides turn',
    'Nowhere tides turn',
  ])
})

test.each([
  [['Here', 'There', 'Nowhere']],
  [['A. Here', 'B. There']],
  [['B. Here', 'A. There', 'C. Nowhere']],
])('other bold lines are text: %j', (labels) => {
  expect(titlesOf(note(labels))).toEqual(['Oar Dialogs (11/6/2024)'])
})

test('a letter and a number count too', () => {
  const text =
    '# OarConf 2024\n\n## Day 1\n\n**A1. Knots hold**\n\n- yes\n\n**A2. Tides turn**\n\n- yes\n\n**B1.D Sails**\n\n- yes\n'
  expect(titlesOf(text)).toEqual(['Knots hold', 'Tides turn', 'Sails'])
})

test('the name of the event above lines that are titles is no note of its own', () => {
  const talks = ['Tides - Ada Pier', 'Knots - Bob Smith', 'Sails - Mary Miller']
  const listed = (above: string) =>
    readForeignNote(`${above}\n\n${talks.map((title) => `${title}\n- one\n- two\n`).join('\n')}`, {
      stem: 'notes',
      dialect: 'markdown',
    }).talks.map(({ title }) => title)
  expect(listed('OarConf 2022')).toEqual(['Tides', 'Knots', 'Sails'])
  expect(listed('It rained on all who rowed.')).toHaveLength(4)
  expect(listed('OarConf 2022\n\nIt rained on all who rowed.')).toHaveLength(4)
})
