import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeMarkdown } from '../../src/import/compose/write-markdown.ts'
import { readDocument, readMarkup } from '../../src/markup/read-markup.ts'

const blocksOf = (text: string) =>
  readMarkup(text).map(({ form, text, depth }) => [form, text, ...(depth ? [depth] : [])])
const markdownOf = (text: string) => writeMarkdown(readMarkup(text))

describe('readMarkup', () => {
  test('reads HTML', () => {
    const html =
      '<h2>Title</h2><p>Some <b>bold</b> &amp; <a href="https://a.example/?b=1&amp;c=2">linked</a> text<br>goes on.</p>' +
      '<ul><li>one<ul><li>deeper</li></ul></li><li>two</li></ul><pre>a\n  b</pre><script>alert("x")</script><!-- no --><img alt="A picture" src="x">'
    expect(blocksOf(html)).toEqual([
      ['heading', 'Title', 2],
      ['paragraph', 'Some bold & linked (https://a.example/?b=1&c=2) text goes on.'],
      ['bullet', 'one'],
      ['bullet', 'deeper', 1],
      ['bullet', 'two'],
      ['code', 'a\n  b'],
      ['paragraph', 'A picture'],
    ])
  })

  test('reads Markdown', () => {
    const markdown =
      '# Title\n\nSome **bold** *text* with [a link](https://a.example "t")\nand `__init__`.\n\n* one\n  more\n    * deeper\n\n```py\nx = 1\n```\n\nSub\n---\n\n> quoted'
    expect(blocksOf(markdown)).toEqual([
      ['heading', 'Title', 1],
      ['paragraph', 'Some bold text with a link (https://a.example) and `__init__`.'],
      ['bullet', 'one more'],
      ['bullet', 'deeper', 1],
      ['code', 'x = 1'],
      ['heading', 'Sub', 2],
      ['paragraph', 'quoted'],
    ])
  })

  test('reads reStructuredText', () => {
    const rst =
      '=====\nTitle\n=====\n\nSee `the docs <https://d.example>`__, :func:`len` and ``code``::\n\n    x = 1\n\nPart\n----\n\n.. note:: Mind this.\n\n.. image:: x.png\n   :alt: none\n\n.. _label: https://l.example\n\n1. first\n2. second'
    expect(blocksOf(rst)).toEqual([
      ['heading', 'Title', 1],
      ['paragraph', 'See the docs (https://d.example), `len` and `code`:'],
      ['code', 'x = 1'],
      ['heading', 'Part', 2],
      ['paragraph', 'Mind this.'],
      ['bullet', 'first'],
      ['bullet', 'second'],
    ])
  })

  test('keeps the words of HTML where it is in Markdown, and the code that shows some', () => {
    expect(blocksOf('Some <b>bold</b> text.\n\n```html\n<p>a\n   b</p>\n```\n\n<p>After.</p>')).toEqual([
      ['paragraph', 'Some bold text.'],
      ['code', '<p>a\n   b</p>'],
      ['paragraph', 'After.'],
    ])
    expect(blocksOf('As in\n\n```\n<p>a</p>\n```\n\n* one\n    * <int> &amp; `<b>`')).toEqual([
      ['paragraph', 'As in'],
      ['code', '<p>a</p>'],
      ['bullet', 'one'],
      ['bullet', '<int> & `<b>`', 1],
    ])
  })

  test('leaves plain text as it is', () => {
    const text = 'Call __init__ and 2 * 3 * 4 with snake_case_names & <T> in C:\\temp.'
    expect(blocksOf(text)).toEqual([['paragraph', text]])
  })

  test('keeps no address but http(s) ones', () => {
    expect(
      blocksOf(
        '<p><a href="javascript:alert(1)">click</a> <a href="https://user:word@a.example">here</a></p>',
      ),
    ).toEqual([['paragraph', 'click here']])
    expect(blocksOf('[click](data:text/html,x)')).toEqual([['paragraph', 'click']])
  })

  test('never throws and takes linear time, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => void markdownOf(text)))
    for (const piece of [
      '<a "',
      '<a href="',
      '[',
      '![](',
      '`',
      '**a',
      '<!--',
      '&#',
      '| a |\n',
      '- ',
      '> ',
      '.. a::\n',
      '.. a:: ',
      '== ==\nx\n\n',
      '~~~ a\n',
      'a | b\n--|--\n',
      '<ul><li>',
      '=\n',
    ])
      markdownOf(piece.repeat(50_000))
  })
})

test.each([
  ['Ren&eacute;e M&uuml;ller', 'Renée Müller'],
  ['&Eacute;tienne, &Aring;sa, &Scaron;ime, Gra&ccedil;a', 'Étienne, Åsa, Šime, Graça'],
  ['Stra&szlig;e, &oslash;re, &AElig;gir, c&oelig;ur', 'Straße, øre, Ægir, cœur'],
  ['&iquest;Qu&eacute;?', '¿Qué?'],
  ['&eth;, &THORN;, &Lstrok;&oacute;d&zacute;', 'ð, Þ, Łódź'],
  ['f = &toString; &valueOf;', 'f = &toString; &valueOf;'],
  // There is no such letter, nor such a name.
  ['&qacute; &quml; &acute; R&B; &team;', '&qacute; &quml; &acute; R&B; &team;'],
  ['`&eacute;` is written as `&amp;eacute;`', '`&eacute;` is written as `&amp;eacute;`'],
])('letters that are named are letters: %s', (named, text) => {
  expect(readMarkup(named)).toMatchObject([{ text }])
})

test('what stands in code is no sign of a tool, nor are types and comparisons', () => {
  const said =
    'Use `<Tide>` with `{/* ebb */}`, `[[flow]]`, `==` and `{{< moon >}}`; both `%%` and `%%`, a `x[^1]`, and `<b and c>`.'
  const typed = 'Return Option<Tide> where a<b and c>d, as array<Foo bar> has it.'
  const { blocks } = readDocument(
    `# Tides\n\n- ${said}\n- ${typed}\n- <Tab title="x"> Ebb</Tab> {/* flow */}and <b class="x">bold</b>\n`,
  )
  expect(blocks.slice(1).map(({ text }) => text)).toEqual([said, typed, 'Ebb and bold'])
})

test('what Notion puts around callouts, and paths of its files, are no text', () => {
  const files = `Files & media: Tides%20${'0123456789abcdef'.repeat(2)}/slides.pdf`
  const textsOf = (...lines: readonly string[]) =>
    readDocument(lines.join('\n'), 'markdown').blocks.map(({ text }) => text)
  expect(textsOf(files, '', '<aside>', '💡 They turn.', '', '</aside>')).toEqual(['💡 They turn.'])
  expect(textsOf('<aside> stands beside.', '', 'Files: slides.pdf', '', '`<aside>`')).toEqual([
    '<aside> stands beside.',
    'Files: slides.pdf',
    '`<aside>`',
  ])
  const ofHtml = ['<aside>', '', 'It stands beside.', '', '<nav>', '', 'It leads on.']
  expect(textsOf(...ofHtml)).toEqual(ofHtml.filter(Boolean))
  const code = ['    <aside>', '      moon', '    </aside>']
  expect(textsOf('So:', '', ...code).at(-1)).toContain('<aside>')
  expect(textsOf('<aside>', 'moon', '</aside>', '', '    <aside>').at(-1)).toContain('<aside>')
})

test.each([
  ['> [!tip] Key point\n> Always set a limit.', ['Key point: Always set a limit.']],
  ['> [!tip]\n> Always set a limit.', ['Always set a limit.']],
  ['> [!warning]- Why not?\n> It breaks.', ['Why not? It breaks.']],
  ['> [!note] Remember\n\nLow notes carry.', ['Remember', 'Low notes carry.']],
  ['- from 4000 to 120\n- ![[diagram.png]]\n- and back', ['from 4000 to 120', 'and back']],
])('what Obsidian writes reads as a text: %j', (text, read) => {
  expect(readDocument(text, 'markdown').blocks.map((block) => block.text)).toEqual(read)
})

const textsOf = (...lines: readonly string[]) =>
  readDocument(lines.join('\n'), 'markdown').blocks.map(({ text }) => text)

test('what a page of MDX imports and exports is no text, but for its fields', () => {
  expect(
    textsOf(
      'import Layout from "../layout"',
      'import {',
      '  Chart,',
      "} from './chart'",
      "import './style.css'",
      'export const meta = {',
      "  speaker: 'Ada Example',",
      '  render: () => <Chart />,',
      '}',
      'export default ({ children }) => <Layout>{children}</Layout>',
      '',
      '# Tides',
      '',
      '{/* to be written */}',
      'They turn.',
    ),
  ).toEqual(['speaker: Ada Example', 'Tides', 'They turn.'])
})

test.each([
  'import duties rose by 5 percent.',
  'Import {this} and that.',
  'export of rope fell.',
  'import is what (they say.',
])('%s is text', (line) => {
  expect(textsOf(line, '', 'They turn.')).toEqual([line, 'They turn.'])
})

test('what Quarto sets apart, and how it is shown, is no text', () => {
  expect(
    textsOf(
      '## Tides {.smaller}',
      '',
      '::: {.callout-note}',
      'Mind the moon.',
      ':::',
      'They [turn](https://tea.example){target="_blank"}.',
    ),
  ).toEqual(['Tides', 'Mind the moon.', 'They turn (https://tea.example).'])
})

test.each([
  ['typed', '\ue0000\ue001'],
  ['as references', '&#xe000;0&#xe001;'],
])('signs like those that stand for code meanwhile, %s, repeat none of it', (_, sign) => {
  const code = `\`${'x'.repeat(400)}\``
  const { blocks } = readDocument(`Oars ${code}, [and](https://a.example) ${sign.repeat(100)}.\n`)
  expect(blocks.map(({ text }) => text)).toHaveLength(1)
  expect(blocks[0]?.text.length).toBeLessThan(1_000)
  expect(blocks[0]?.text).toContain(code)
})
