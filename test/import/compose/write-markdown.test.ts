import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { writeMarkdown } from '../../../src/import/compose/write-markdown.ts'
import type { Block } from '../../../src/markup/block.ts'
import { readMarkup } from '../../../src/markup/read-markup.ts'
import { runs } from '../../helpers/runs.ts'

const markdownOf = (text: string) => writeMarkdown(readMarkup(text))

const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '<script>', '</p>', '<p>', '<br/>', '<a href="javascript:x">', '<a href="https://a.example">', '</a>', '<img src=x onerror=y>', '<li>', '<pre>',
        '[a](b)', '![a](b)', '[a]: b', '[a]', '**', '_', '`', '```', '~~~', '# ', '- ', '+ ', '1. ', '> ', '---', '===', '\n', '\n\n', ' ', '\\', '&lt;', '&amp;lt;', '<!--', '-->', '<b', '|', '::', '.. x::', 'word',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join('')) // biome-ignore format: a list

describe('writeMarkdown', () => {
  test('makes Markdown that is read as the same blocks, whatever signs they hold', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ maxLength: 6 }),
          fc.constantFrom(
            '#',
            '-',
            '+',
            '*',
            '>',
            '1.',
            '```',
            '`',
            '_',
            '[a](b)',
            '[a]:',
            '<b>',
            '&lt;',
            '~~~',
            '=',
            '---',
            '\\',
            'word',
          ),
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) =>
        parts
          .join(' ')
          .replace(/[`\s]+/g, ' ')
          .replace(/[^ -~]/g, 'x')
          .trim(),
      )
      .filter((words) => words !== '')
    const block: fc.Arbitrary<Block> = fc.record({
      form: fc.constantFrom('heading', 'paragraph', 'bullet', 'bullet', 'code'),
      text,
      depth: fc.integer({ min: 1, max: 3 }),
      line: fc.constant(1),
      number: fc.constantFrom(undefined, undefined, 1, 2, 10),
      info: fc.constantFrom(undefined, 'js', 'a`b ~~~', '\\&lt;'),
      quoted: fc.constantFrom(undefined, undefined, undefined, true as const),
    })
    const plain = fc.tuple(
      fc.array(block, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(Number.POSITIVE_INFINITY, 20, 5),
    )
    fc.assert(
      fc.property(plain, ([blocks, width]) => {
        const read = fromMarkdown(writeMarkdown(blocks, { width }))
        expect(textsIn(read).map(collapse)).toEqual(blocks.map((one) => collapse(one.text)))
      }),
      { numRuns: runs(1000) },
    )
  })

  test('makes lists that are read as they are nested, numbered or not, with what stands in their items', () => {
    const item = fc.record({
      form: fc.constantFrom('bullet', 'bullet', 'bullet', 'paragraph', 'code'),
      depth: fc.nat(4),
      number: fc.constantFrom(undefined, 3),
    })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        let open = 0
        const blocks = items.map(({ form, depth, number }, index): Block => {
          // Below an item, as deep as it or one deeper; other blocks stand in an item or in none.
          const within = Math.min(depth, open)
          open = form === 'bullet' ? within + 1 : within
          return {
            form,
            text: `w${index}`,
            depth: within,
            line: 1,
            ...(form === 'bullet' && number && { number }),
          }
        })
        expect(nestedTexts(fromMarkdown(writeMarkdown(blocks)))).toEqual(
          blocks.map(({ text, depth, form }) => [text, form === 'bullet' ? depth + 1 : depth]),
        )
      }),
      { numRuns: runs(1000) },
    )
  })

  test('keeps quotations apart from what follows', () => {
    const line = { depth: 0, line: 1 } as const
    expect(
      writeMarkdown([
        { form: 'paragraph', text: 'a', ...line, quoted: true },
        { form: 'bullet', text: 'b', ...line, quoted: true },
        { form: 'code', text: 'c\n\nd', ...line, info: 'js', quoted: true },
        { form: 'paragraph', text: 'e', ...line },
      ]),
    ).toBe('> a\n>\n> - b\n>\n> ```js\n> c\n>\n> d\n> ```\n\ne')
  })

  test('lets no odd mail address make a link', () => {
    expect(typesIn(fromMarkdown(markdownOf('<#@0> <a@b.example> <{x}@b>')))).toEqual([
      'root',
      'paragraph',
      'text',
    ])
  })

  test('lets no text make HTML, a link or an image', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const types = typesIn(fromMarkdown(markdownOf(text)))
        for (const type of [
          'html',
          'link',
          'image',
          'linkReference',
          'imageReference',
          'definition',
          'thematicBreak',
          'break',
        ])
          expect(types).not.toContain(type)
      }),
      { numRuns: runs(2000) },
    )
  })
})

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The text of each heading, paragraph and code block. */
function textsIn(node: Nodes): readonly string[] {
  if (node.type === 'code') return [node.value]
  if (node.type === 'heading' || node.type === 'paragraph') return [plain(node)]
  return 'children' in node ? node.children.flatMap(textsIn) : []
}

/** The same, each with the number of lists that it stands in. */
const nestedTexts = (node: Nodes, lists = 0): readonly (readonly [string, number])[] =>
  node.type === 'code'
    ? [[node.value, lists]]
    : node.type === 'paragraph'
      ? [[plain(node), lists]]
      : 'children' in node
        ? node.children.flatMap((child) => nestedTexts(child, lists + (node.type === 'list' ? 1 : 0)))
        : []

const plain = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(plain).join('') : ''

const typesIn = (node: Nodes): readonly string[] => [
  node.type,
  ...('children' in node ? node.children.flatMap(typesIn) : []),
]
