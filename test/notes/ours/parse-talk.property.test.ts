import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTalk } from '../../../src/notes/ours/parse-talk.ts'
import type { Passage, Talk } from '../../../src/notes/talk.ts'
import { runs } from '../../helpers/runs.ts'

const place = { id: 'teacon-1999/kettles', file: 'kettles.md', event: { id: 'teacon-1999', name: 'TeaCon' } }
const frontMatter = `---
title: "Kettles: a history"
kind: keynote
speakers: [{ name: Ada Steam, handle: "@ada" }, Bo Boil]
tags: [tea, water]
links:
  - { title: Video, url: "https://tea.example/v", kind: video }
followUps:
  - text: Read the leaves
    url: https://tea.example/leaves
attendees: [Cy Cup]
language: en
---
`
const body = `Water boils.

## Takeaways
- Warm the pot.

## More
1. [Cup](https://tea.example) <!-- no -->
   \`\`\`
   boil
   \`\`\`
`

const passagesOf = ({ summary, takeaways, sections }: Talk): readonly Passage[] => [
  summary,
  ...takeaways,
  ...sections.flatMap(({ passages }) => passages),
]

/** Serves the note or says why not, and points only at lines that there are. */
function expectSense(text: string): void {
  const { talk, problems } = parseTalk(text, place)
  expect(talk === undefined).toBe(problems.some(({ severity }) => severity === 'error'))
  const lines = text.split(/\r\n?|\n/)
  for (const { line, column, message, advice } of problems) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column).toBeLessThanOrEqual((lines[line! - 1]?.length ?? 0) + 1)
    expect(message && advice).not.toBe('')
  }
  for (const { line } of talk ? passagesOf(talk) : []) expect(line).toBeLessThanOrEqual(lines.length)
}

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
const signs = fc.string({
  unit: fc.constantFrom(...'ab1 \n\n\t\r-#*_`~>+.:[](){}<>!&|"\'@?%\\=/\u00A0\u2028\0'),
  maxLength: 60,
})

test('any text whatever is served or refused with a reason, never thrown at', () => {
  fc.assert(fc.property(anyText, expectSense))
  fc.assert(
    fc.property(fc.oneof(anyText, signs), (text) => expectSense(frontMatter + text)),
    { numRuns: runs(300) },
  )
  fc.assert(
    fc.property(fc.oneof(anyText, signs), (text) => expectSense(`---\n${text}\n---\n${body}`)),
    { numRuns: runs(300) },
  )
})

test('any slip of the keyboard in a good note is survived', () => {
  const note = frontMatter + body
  const slip = fc.record({
    at: fc.nat({ max: note.length }),
    deleted: fc.nat({ max: 12 }),
    typed: fc.oneof(
      signs,
      anyText,
      fc.constantFrom('&a ', '*a', '!!set ', '!x ', '<<: ', '? ', '---\n', '...\n', '%YAML 1.1\n'),
    ),
  })
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
      expectSense(
        slips.reduce(
          (text, { at, deleted, typed }) => text.slice(0, at) + typed + text.slice(at + deleted),
          note,
        ),
      )
    }),
    { numRuns: runs(500) },
  )
})

/** Without the signs that make text come from elsewhere (entities, escapes, addresses), and no letter is an HTML tag. */
const markdown = fc.string({ unit: fc.constantFrom(...'cdxy   \n\n\n\t-#*_`>+~<![]="|'), maxLength: 120 })

test('the text of every passage begins on its line', () => {
  const lead = `${frontMatter}Water boils.\n\n`
  fc.assert(
    fc.property(markdown, (text) => {
      const note = lead + text
      const lines = note.split('\n')
      const { talk } = parseTalk(note, place)
      for (const { text: quoted, line } of passagesOf(talk!)) {
        const source = lines[line - 1] ?? ''
        // If a passage begins with signs alone, they are what must stand there.
        expect(source).toContain(quoted.trimStart().charAt(0))
        // Markup may stand within a word.
        const firstWord = /^[cdxy]+/.exec(quoted)?.[0] ?? ''
        expect(source.replace(/[^cdxy]/g, '')).toContain(firstWord)
      }
    }),
    { numRuns: runs(1000) },
  )
})

test('every word of plain blocks is kept, in order, on its line', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/)
  const decorate = fc.constantFrom(
    ...[
      '@',
      '- @',
      '1. @',
      '> @',
      '- > @',
      '> - @',
      '# @',
      '###### @',
      '@\n---',
      '*@*',
      '**_@_**',
      '`@`',
      '    @',
      '```\n@\n```',
    ],
    ...[
      '<b>@</b>',
      '<div>@</div>',
      '<!-- no --> @',
      '~~~\n\n@',
      '- - @',
      '| @ |',
      '[@]',
      '- [ ] @',
      '@\\\n',
      '![@]()',
    ],
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(word, decorate), { maxLength: 12 }), (blocks) => {
      // A comment between blocks ends the lists and code before it.
      const note = `${frontMatter}Water boils.\n\n${blocks.map(([w, d]) => `${d.replace('@', w)}${d.startsWith('~~~') ? '\n~~~' : ''}\n\n<!-- -->\n\n`).join('')}`
      const lines = note.split('\n')
      const { talk } = parseTalk(note, place)
      const found = talk!.sections.flatMap(({ title, line, passages }) => [
        ...(title === 'Notes' ? [] : [{ text: title, line }]),
        ...passages,
      ])
      expect(found.map(({ text }) => /[a-z]{3,8}/.exec(text)?.[0])).toEqual(blocks.map(([w]) => w))
      for (const { text, line } of found) expect(lines[line - 1]).toContain(/[a-z]{3,8}/.exec(text)?.[0])
    }),
  )
})
