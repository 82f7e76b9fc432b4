import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeTalk } from '../../../src/import/compose/compose-talk.ts'
import { writeMarkdown } from '../../../src/import/compose/write-markdown.ts'
import { noteWidth, writeNote } from '../../../src/import/corpus/note-file.ts'
import { UnreadableInput } from '../../../src/import/read/input.ts'
import { readLongNotes } from '../../../src/import/split/long-notes.ts'
import type { Imported } from '../../../src/import/talk/imported-talk.ts'
import { runs } from '../../helpers/runs.ts'

/** Words that are all different, so that none can be lost, moved or repeated without notice: each `w` gets its number. */
const numbered = (text: string) => {
  let count = 0
  return text.replace(/\bw\b/g, () => `w${++count}z`)
}
const wordsOf = (text: string): readonly string[] => text.match(/w\d+z/g) ?? []

const line = fc.constantFrom('w', 'w w w', 'w **w w** *w*', 'w `w w` w', 'w <b>w</b><br>w', 'w <kbd>w</kbd>', '[w w](https://w.example) w', 'w\\', '__w__ w_w', 'w & <int> w') // biome-ignore format: a list
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const indented = (by: string) => (inner: string) => inner.replace(/^(?=.)/gm, by)
const marked = (sign: string) => (inner: string) => `${sign}${inner.replace(/\n(?=.)/g, `\n${' '.repeat(sign.length)}`)}` // biome-ignore format: one step

const { markdown } = fc.letrec<{ block: string; item: string; markdown: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constantFrom('```js\nw w\n\n  # w\n<p>w</p>\n```', '~~~\nw\n```\nw\n~~~', '    w = w\n\n      w', '---', '* * *', '<div align="center">\nw\n</div>', '>>> w\nw', 'w\nw\n---', 'w | w\n--- | ---\nw | w', '| w | w |\n|---|---|\n| w | w |', '### w', '#### w w', '###### w #', 'w::\n\n    w'), // biome-ignore format: a list
    text.map((inner) => inner.replace(/^/gm, '> ')),
    fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => items.join('\n')),
  ),
  item: fc
    .tuple(
      fc.constantFrom('- ', '* ', '+ ', '1. ', '2) ', '10. '),
      fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('\n', '\n\n'),
    )
    .map(([sign, blocks, between]) => marked(sign)(['w', ...blocks].join(between))),
  markdown: fc
    .array(
      fc.tuple(
        fc.oneof(tie('block'), tie('block').map(indented(' '))),
        fc.constantFrom('\n', '\n\n', '\n\n\n'),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((blocks) => blocks.flat().join('')),
}))

const notes = fc
  .array(markdown, { minLength: 1, maxLength: 3 })
  .map((talks) => ['# w', ...talks.map((talk) => `## w w\n\n${talk}`)].join('\n\n'))

const soup = fc
  .array(
    fc.constantFrom('w', 'w', 'w w', ' ', '    ', '\t', '\n', '\n', '\n\n', '\n\n', '- ', '* ', '1. ', '# ', '## ', '### ', '> ', '```', '~~~', '~~~~~~~~', '---', '===', '========', '*', '**', '_', '__', '`', '|', '| w |', '|---|', '<br>', '<b>', '</b>', '<div class="x">', '</p>', '<int>', '<', '>', '\\', '&amp;', '!', '::\n', '+--+', '== ==', '>>> ', 'W w.'), // biome-ignore format: a list
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

function readAll(source: string): readonly Imported[] {
  try {
    return [...readLongNotes(source, { file: 'f', path: 'f' }, { name: 'Event' })]
  } catch (error) {
    if (error instanceof UnreadableInput) return []
    throw error
  }
}

const talksIn = (source: string) =>
  readAll(source).flatMap((found) =>
    'talk' in found ? [{ ...found.talk, line: Number(found.where.split(':')[1]) }] : [],
  )

test.each([
  ['Markdown', notes],
  ['text with whatever signs', soup],
])('every word of %s that is split into talks is in its talk once, and in order', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (pattern) => {
      const source = numbered(pattern)
      const lines = source.split('\n')
      const talks = talksIn(source)
      for (const [index, { line, ...talk }] of talks.entries()) {
        const words = wordsOf(lines.slice(line - 1, (talks[index + 1]?.line ?? Infinity) - 1).join('\n'))
        const blocks = talk.text.form === 'notes' ? talk.text.blocks : []
        const people = talk.speakers.map(({ name }) => name).join(' ')
        for (const width of [Infinity, 20]) {
          // A title may stand below its first line, such as an address.
          const body = wordsOf(writeMarkdown(blocks, { width }))
          expect([...wordsOf(`${talk.title} ${people}`), ...body].sort()).toEqual(words.toSorted())
          expect(body).toEqual(words.filter((word) => body.includes(word)))
        }
        // The summary may come from further down, and once more there if it had to be cut.
        const note = writeNote(composeTalk(talk, 'id', 'Event', noteWidth)).text
        expect(new Set(wordsOf(note))).toEqual(new Set(words))
        const [, , ...below] = note.replace(/^---\n[\s\S]*?\n---\n/, '').split(/(\n\n)/)
        const rest = wordsOf(below.join('').replace(/<!-- Imported .*/, ''))
        expect(rest).toEqual(words.filter((word) => rest.includes(word)))
      }
    }),
    { numRuns: runs(1500) },
  )
})
