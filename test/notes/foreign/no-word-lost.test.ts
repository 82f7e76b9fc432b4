import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'
import { foldName } from '../../../src/text/fold.ts'
import { runs } from '../../helpers/runs.ts'

const text = 'The water rises twice a day, and nobody knows why.'
const others =
  '## Sails\n\nSpeaker: Ada Miller\n\nThey catch wind.\n\n## Masts\n\nSpeaker: Laura Martin\n\nThey stand.'
const forms = {
  'one talk': (heading: string, line: string) => `# ${heading}\n\n${line}\n\n${text}\n`,
  'one of several talks': (heading: string, line: string) =>
    `# Oar Days\n\n## ${heading}\n\n${line}\n\n${text}\n\n${others}\n`,
  'a talk of sections': (heading: string, line: string) =>
    `# ${heading}\n\n${line}\n\n## Notes\n\n${text}\n\n## Takeaways\n\n- Float.\n`,
}
const isSmall =
  /^(?:by|at|of|from|and|with|talk|session|speakers?|presented|date|room|time|slides|event|https?|.)$/

/** The words that a note has and none of its talks, but for when a talk is and how long. */
function lostWords(note: string, lines: string): readonly string[] {
  const read = readForeignNote(note, { stem: 'tides' })
  const told = foldName(JSON.stringify([read.talks, read.event, read.talks[0]?.speakers])).split(' ')
  return foldName(lines.replace(/10:45|45 min/g, ''))
    .split(' ')
    .filter((word) => !isSmall.test(word) && !told.includes(word))
}

const title = fc.constantFrom(
  'Tides that turn',
  'Why boats sank: a story',
  'Harbour',
  'Rowing - part two',
  'A/B testing',
)
const person = fc.constantFrom('Ada Miller', 'Ben Smith', 'Quorin Velzak', 'Mirabo Thandel')
const more = fc.oneof(
  person,
  fc.constantFrom(
    'Tealand Ltd',
    'Oarworks',
    'University of Brenmark',
    'Staff Engineer at Gronk',
    'CTO',
    'Zorbania',
  ),
)
const heading = fc
  .record({ title, a: person, b: more, c: more, form: fc.nat() })
  .map(({ title, a, b, c, form }) => {
    const written = [
      `${title} - ${a}, ${b}`,
      `${title} – ${a} (${b})`,
      `${title} (${a}, ${b})`,
      `${title} by ${a} and ${b}`,
      `${title} by ${a} of ${b}`,
      `${title} - ${a}, ${b}, ${c}`,
      `${title} | ${a} | ${b}`,
      `${title} / ${a} / ${b}`,
      `${a} (${b}): ${title}`,
      `${a}, ${b} - ${title}`,
      `${a} - ${b} - ${title}`,
      `"${title}" by ${a} (${b})`,
      `[${a}, ${b}] ${title}`,
      `${title} [${b}] - ${a}`,
      `${title} - ${a} @ada ${b}`,
      `Keynote: ${title} - ${a}, ${b}`,
      `10:45 ${title} - ${a} (${b})`,
      `${title} (Hall 2, 10:45) - ${a}`,
      `(SEC301) ${title} - ${a}`,
      `Session 3: ${title} by ${a} (${b})`,
      `${title} (OarConf 2019, ${c}) - ${a}`,
      `${title} [45 min] - ${a} & ${b}`,
    ]
    return written[form % written.length] ?? ''
  })
const headerLine = fc.record({ a: person, b: more, c: more, form: fc.nat() }).map(({ a, b, c, form }) => {
  const written = [
    `Speaker: ${a}, ${b}`,
    `**Speakers:** ${a} (${b}) and ${c}`,
    `- Speaker: ${a} - ${b} - ${c}`,
    `Speaker:: ${a} at ${b}`,
    `Presented by ${a}, ${b}`,
    `by ${a}; ${b}`,
    `${a} (${b})`,
    `${a}, ${b}, ${c}`,
    `Date: 9 June 2023, ${b}`,
    `9 June 2023, ${b}`,
    `Time: 10:45 - 11:15 in ${b}`,
    `Room: ${b} (second floor)`,
    `Slides: https://oars.example/slides (password ${b})`,
    `Event: OarConf 2023, ${b}`,
    `Date: 8/6/2023\nSpeaker: ${a}, ${b}`,
  ]
  return written[form % written.length] ?? ''
})

describe.each(Object.entries(forms))('of %s', (_, note) => {
  test('no word of a heading is lost', () => {
    fc.assert(
      fc.property(heading, (line) => {
        expect(lostWords(note(line, ''), line)).toEqual([])
      }),
      { numRuns: runs(300) },
    )
  })

  test('no word of a line below it is lost', () => {
    fc.assert(
      fc.property(headerLine, (line) => {
        const said = line.replace(/9 June 2023|https:\S+/g, '')
        expect(lostWords(note('Tides that turn', line), said)).toEqual([])
      }),
      { numRuns: runs(300) },
    )
  })
})

test.each([
  ['# Tides - Ada Miller (Tea Ltd)', 'Tea Ltd'],
  ['# Tides - Ada Miller, Quorin Velzak', 'Quorin Velzak'],
  ['# 10:45 Tides by Ada Miller (Tea Ltd)', 'Tea Ltd'],
  ['# Tides by Ada Miller, SRE at Oarworks (45 min)', 'SRE at Oarworks'],
  ['# Tides - Ada Miller (Tea Ltd) and Ben Smith (Oarworks)', 'Tea Ltd, Oarworks'],
  ['# Tides - Ada Miller (Hall 2, 10:45)', 'Hall 2'],
  ['# Tides by Ada Miller & Quorin Velzak | Track 2', 'Quorin Velzak | Track 2'],
  ['# Tides\n\nSpeaker: [Ada Miller](https://ada.example) (Oarworks)', 'Oarworks'],
  ['# Tides by Ada Miller of Oarworks, 14:30-15:15, Room B', 'Oarworks, Room B'],
  ['# Tides\n\nVortragende: Ada Miller, Oarworks', 'Oarworks'],
  ['# Tides\n\nSlides: https://oars.example/slides (password Sand)', 'Slides: (password Sand)'],
])('what %j says besides stands below the text without the names around it', (head, item) => {
  const [talk] = readForeignNote(`${head}\n\n${text}\n`, { stem: 'tides' }).talks
  expect(talk?.blocks.map(({ form, text }) => [form, text])).toEqual([
    ['paragraph', text],
    ['heading', 'Details'],
    ['bullet', item],
  ])
})

test.each([
  '# Tides by Ada Miller',
  '# Talk 7: Tides',
  '# Tides - Ada Miller (she/her)',
  '# 12. Tides by Ada Miller',
  '# 10:45 Tides by Ada Miller',
  '# Tides by Ada Miller (45 min)',
  '# 16.00 Uhr Tides by Ada Miller',
  '# 10:45–11:30 Tides - Ada Miller',
  '# 9am Tides - Ada Miller',
  '# Tides - Ada Miller\n\nSlides: https://oars.example/deck (40 pages)',
])('nothing is left of %j', (head) => {
  const [talk] = readForeignNote(`${head}\n\n${text}\n`, { stem: 'tides' }).talks
  expect(talk?.blocks).toHaveLength(1)
})

test('what is said besides stands below the sections, in one like them', () => {
  const [talk] = readForeignNote(`# Tides - Ada Miller (Tea Ltd)\n\n### Abstract\n\n${text}\n`, {
    stem: 'tides',
  }).talks
  expect(talk?.blocks.map(({ form, text, depth }) => (form === 'heading' ? [text, depth] : text))).toEqual([
    ['Abstract', 3],
    text,
    ['Details', 3],
    'Tea Ltd',
  ])
})

test('a talk of which nothing is noted has no text for what its heading says besides', () => {
  const [talk] = readForeignNote('# Tides - Ada Miller (Tea Ltd)\n', { stem: 'tides' }).talks
  expect(talk?.blocks).toEqual([])
})

test.each([
  ['speaker: Ada Miller (Tea Ltd)', ['Details', 'Tea Ltd']],
  ['speakers: [Ada Miller, "Ben Smith, CTO at Gronk"]', ['Details', 'CTO at Gronk']],
  ['speakers: [ada-miller, "[[people/ben-smith|Ben Smith]]"]', []],
  ['author: Ada Miller <ada@oars.example>', []],
])('what front matter says besides names is in the text: %s', (field, items) => {
  const [talk] = readForeignNote(`---\nlayout: talk\ntitle: Tides\n${field}\n---\n\n${text}\n`, {
    stem: 'tides',
  }).talks
  expect(talk?.blocks.map(({ text }) => text)).toEqual([text, ...items])
})
