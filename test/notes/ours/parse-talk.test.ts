import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../../src/notes/format-problem.ts'
import { parseTalk } from '../../../src/notes/ours/parse-talk.ts'
import type { Event } from '../../../src/notes/talk.ts'

const event: Event = { id: 'teacon-1999', name: 'TeaCon 1999' }
const place = { id: 'teacon-1999/kettles', file: 'corpus/teacon-1999/kettles.md', event }

const parse = (text: string) => parseTalk(text, place)
const problemsOf = (text: string) =>
  parse(text).problems.map((problem) => formatProblem(problem).slice('corpus/teacon-1999/kettles.md:'.length))

const note = (frontMatter: string, body = 'Tea.\n\n## Takeaways\n- Warm the pot.\n') =>
  `---\n${frontMatter}\n---\n${body}`
const good = 'title: Kettles\ntags: [tea]'
const bodyOf = (body: string) => {
  const { talk } = parse(note(good, body))
  if (!talk) throw new Error('the note should have been served')
  return talk
}

describe('a complete note', () => {
  const text = `---
title: "Kettles: a history"
kind: keynote
speakers: [{ name: Ada Steam, handle: adasteam }, Bo Boil]
tags: [tea, water]
links:
  - { title: Video, url: "https://tea.example/v", kind: video }
  - { title: Home, url: http://tea.example }
followUps:
  - Buy a kettle
  - { text: Read the leaves, url: "https://tea.example/leaves" }
attendees: [Cy Cup]
language: en-GB
---
Water boils at *100* degrees,
says [the book](https://tea.example/book).

## Takeaways
- Warm the pot.
- Use \`fresh\` water.

## Measures
Per cup:

1. One spoon
   - heaped
2. One more

\`\`\`sh

boil --now
\`\`\`
`

  test('becomes a talk in which every passage knows its line', () => {
    expect(parse(text)).toEqual({
      problems: [],
      talk: {
        ...place,
        title: 'Kettles: a history',
        kind: 'keynote',
        speakers: [{ name: 'Ada Steam', handle: '@adasteam' }, { name: 'Bo Boil' }],
        tags: ['tea', 'water'],
        links: [
          { title: 'Video', url: 'https://tea.example/v', kind: 'video' },
          { title: 'Home', url: 'http://tea.example', kind: 'site' },
        ],
        followUps: [{ text: 'Buy a kettle' }, { text: 'Read the leaves', url: 'https://tea.example/leaves' }],
        attendees: ['Cy Cup'],
        language: 'en-GB',
        summary: {
          form: 'paragraph',
          text: 'Water boils at 100 degrees, says the book (https://tea.example/book).',
          line: 15,
          depth: 0,
        },
        takeaways: [
          { form: 'bullet', text: 'Warm the pot.', line: 19, depth: 0 },
          { form: 'bullet', text: 'Use fresh water.', line: 20, depth: 0 },
        ],
        sections: [
          {
            title: 'Measures',
            line: 22,
            passages: [
              { form: 'paragraph', text: 'Per cup:', line: 23, depth: 0 },
              { form: 'bullet', text: '1. One spoon', line: 25, depth: 0 },
              { form: 'bullet', text: 'heaped', line: 26, depth: 1 },
              { form: 'bullet', text: '2. One more', line: 27, depth: 0 },
              { form: 'code', text: 'boil --now', line: 31, depth: 0 },
            ],
          },
        ],
      },
    })
  })

  test.each([
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${text}`],
    ['white space after the marks', text.replaceAll('---\n', '--- \t\n')],
    ['an end of "..."', text.replace('\n---\nWater', '\n...\nWater')],
  ])('is the same talk with %s', (_, variant) => {
    expect(parse(variant)).toEqual(parse(text))
  })
})

test('what front matter leaves out has defaults, and a key without a value counts as left out', () => {
  const { talk } = parse(note('title: Kettles\ntags: [tea]\nspeakers:\nkind: ~'))
  expect(talk).toMatchObject({
    kind: 'talk',
    speakers: [],
    links: [],
    followUps: [],
    attendees: [],
    language: 'en',
  })
})

test('--- and ... inside values do not end the front matter', () => {
  const { talk } = parse(note('title: |-\n  Tea --- and\n  ---\n  ...\ntags: ["---"]'))
  expect(talk).toMatchObject({ title: 'Tea --- and --- ...', tags: ['---'] })
})

test('a talk may have a date of its own', () => {
  expect(parse(note(`${good}\ndate: 1999-04-02`))).toMatchObject({
    talk: { date: '1999-04-02' },
    problems: [],
  })
  expect(parse(note(good)).talk).not.toHaveProperty('date')
})

describe('errors keep a note from being served', () => {
  test.each<[circumstance: string, text: string, ...problems: string[]]>([
    ['nothing at all', '', '1:1 error: the file is empty (write the note, or delete the file)'],
    [
      'only white space',
      '\uFEFF \n\t\n',
      '1:1 error: the file is empty (write the note, or delete the file)',
    ],
    [
      'no front matter',
      '# Kettles\n',
      '1:1 error: no front matter (begin the file with the lines `---`, `title: …` and `---`)',
    ],
    [
      'front matter without an end',
      '---\ntitle: Kettles\n',
      '1:1 error: the front matter has no end (put a line `---` below its last key)',
    ],
    [
      'empty front matter',
      '---\n---\nTea.\n\n# Takeaways\n- Warm the pot.',
      '1:1 error: `title` is missing or empty (give the talk its title in text, in quotes where it is a number: `title: "…"`)',
    ],
    [
      'an empty title',
      note('tags: [tea]\ntitle: "  "'),
      '3:8 error: `title` is missing or empty (give the talk its title in text, in quotes where it is a number: `title: "…"`)',
    ],
    [
      'a title without a value',
      note('tags: [tea]\ntitle:'),
      '3:1 error: `title` is missing or empty (give the talk its title in text, in quotes where it is a number: `title: "…"`)',
    ],
    [
      'a title that YAML takes for a number',
      note('title: 1984'),
      '2:8 error: `title` is 1984, not text (give the talk its title in text, in quotes where it is a number: `title: "…"`)',
    ],
    [
      'a misspelt key',
      note(`${good}\nfollow-up: [x]`),
      '4:1 error: unknown key `follow-up` (did you mean `followUps`?)',
    ],
    [
      'a key like no other',
      note(`${good}\ncolour: red`),
      '4:1 error: unknown key `colour` (remove it; the keys are title, kind, speakers, tags, links, followUps, attendees, date, starts, ends, room, again, language)',
    ],
    [
      'a key that JavaScript knows',
      note(`${good}\n__proto__: red`),
      '4:1 error: unknown key `__proto__` (remove it; the keys are title, kind, speakers, tags, links, followUps, attendees, date, starts, ends, room, again, language)',
    ],
    [
      'a misspelt key within a link',
      note(`${good}\nlinks:\n  - title: Home\n    ulr: https://tea.example`),
      '5:5 error: `links` item 1 `url` is missing or empty (give the address: "https://…")',
      '6:5 error: unknown key `ulr` in `links` item 1 (did you mean `url`?)',
    ],
    [
      'text in place of a list',
      note('title: Kettles\ntags: tea'),
      '3:7 error: `tags` is text, not a list (write a list: `tags: [one, two]`)',
    ],
    [
      'a tag that YAML takes for a number',
      note('title: Kettles\ntags: [tea, 2.7]'),
      '3:13 error: `tags` item 2 is 2.7, not text (write each tag as text, in quotes where it is a number)',
    ],
    [
      'a follow-up with a colon',
      note(`${good}\nfollowUps:\n  - Try: tea`),
      '5:5 error: `followUps` item 1 `text` is missing or empty (say what to do, in one sentence; in quotes where it contains a colon)',
      '5:5 error: unknown key `Try` in `followUps` item 1 (remove it; the keys are text, url)',
    ],
    [
      'an unknown kind',
      note(`${good}\nkind: Lighting`),
      '4:7 error: `kind` is "Lighting" (did you mean lightning?)',
    ],
    [
      'a kind like no other',
      note(`${good}\nkind: poster`),
      '4:7 error: `kind` is "poster" (use one of keynote, talk, lightning, notes)',
    ],
    [
      'a day that does not exist',
      note(`${good}\ndate: 1999-02-30`),
      '4:7 error: `date` is "1999-02-30" (write the date as YYYY-MM-DD)',
    ],
    [
      'a language that is none',
      note(`${good}\nlanguage: "?"`),
      '4:11 error: `language` is "?" (write a language code, e.g. `en` or `pt-BR`)',
    ],
    [
      'a key given twice',
      note(`${good}\ntitle: Pots`),
      '4:1 error: the key `title` comes twice (keep one of them)',
    ],
    [
      'front matter that is a sentence',
      note('Kettles are fine'),
      '1:1 error: the front matter is text, not keys with values (write one `key: value` a line)',
    ],
    [
      'a colon in a value',
      note('title: Kettles: a history'),
      '2:8 error: bad YAML: a value has a colon in it (put a value that contains a colon in quotes)',
    ],
    [
      'a key that slipped to the right',
      note('title: Kettles\n speakers: Ada'),
      '2:8 error: bad YAML: the line below is indented too far (let all keys begin at one column)',
    ],
    [
      'a value that begins with @',
      note(`${good}\nspeakers: [{ name: Ada, handle: @ada }]`),
      '4:33 error: bad YAML: a value begins with @ (put the value in quotes)',
    ],
    [
      'a value that begins with *',
      note('title: *args'),
      '2:8 error: bad YAML: *args is an alias (put the value in quotes)',
    ],
    [
      'a value that contains itself',
      note('title: &a [*a]'),
      '2:12 error: bad YAML: *a is an alias (put the value in quotes)',
    ],
    [
      'a tab as indentation',
      note('\ttitle: Kettles'),
      '2:1 error: bad YAML: tabs are not allowed as indentation (indent with spaces)',
    ],
    [
      'a bracket that is not closed',
      note('tags: [tea\ntitle: Kettles'),
      '3:1 error: bad YAML: a ] is missing, or is not indented (close every quote and bracket here and above, and put values with special characters in quotes)',
    ],
  ])('%s', (_, text, ...problems) => {
    expect(problemsOf(text)).toEqual(problems)
    expect(parse(text).talk).toBeUndefined()
  })

  test('values nested without end are one problem', () => {
    const problems = problemsOf(note(`tags: ${'['.repeat(100_000)}`))
    expect(problems.length).toBeLessThan(3)
    expect(problems[0]).toMatch(/^2:\d+ error: bad YAML/)
  })

  test('all problems of a file are reported at once', () => {
    const text = note('titel: Kettles\nkind: tlak\nspeakers: [3]\nlinks: none', 'No takeaways.')
    expect(
      problemsOf(text)
        .map((problem) => problem.split(' (')[0])
        .sort(),
    ).toEqual([
      '1:1 error: `title` is missing or empty',
      '2:1 error: unknown key `titel`',
      '3:7 error: `kind` is "tlak"',
      '4:12 error: `speakers` item 1 is 3, not keys with values',
      '5:8 error: `links` is text, not a list',
      '6:1 warning: no takeaways',
    ])
  })
})

describe('warnings do not keep a note from being served', () => {
  test.each<[circumstance: string, text: string, ...problems: string[]]>([
    [
      'no tags',
      note('title: Kettles'),
      '1:1 warning: no tags (add the words that people would search for: `tags: [one, two]`)',
    ],
    [
      'an empty list of tags',
      note('title: Kettles\ntags: []'),
      '3:7 warning: no tags (add the words that people would search for: `tags: [one, two]`)',
    ],
    [
      'no takeaways',
      note(good, 'Tea.\n\n## Other\n- x'),
      '4:1 warning: no takeaways (add a heading `## Takeaways` with one to eight sentences as bullets)',
    ],
    [
      'a heading of takeaways with none below',
      note(good, 'Tea.\n\n## Takeaways\n'),
      '7:1 warning: no takeaways (add a heading `## Takeaways` with one to eight sentences as bullets)',
    ],
    [
      'nine takeaways',
      note(good, `Tea.\n\n## Takeaways\n${'- x\n'.repeat(9)}`),
      '7:1 warning: 9 takeaways, more than 8 (keep the best and move the others to a section of their own)',
    ],
    [
      'a note that begins with a heading',
      note(good, '# Kettles\nTea.\n# Takeaways\n- x'),
      '4:1 warning: no summary (begin the text with a paragraph of two to four sentences)',
    ],
    [
      'a long summary',
      note(good, `\n${'x'.repeat(601)}\n\n# Takeaways\n- x`),
      '6:1 warning: the summary has 601 characters, more than 600 (shorten it, or begin a new paragraph)',
    ],
  ])('%s', (_, text, ...problems) => {
    expect(problemsOf(text)).toEqual(problems)
    expect(parse(text).talk).toBeDefined()
  })

  test('links that are not http or https are left out, and a follow-up loses such an address', () => {
    const { talk, problems } = parse(
      note(`${good}
links:
  - { title: Mail, url: "mailto:ada@tea.example" }
  - { title: Home, url: "HTTPS://tea.example/" }
  - { title: Bare, url: tea.example }
  - { title: Gap, url: "http://tea.example/a b" }
followUps:
  - { text: Brew, url: "javascript:brew()" }`),
    )
    expect(talk?.links.map(({ title }) => title)).toEqual(['Home'])
    expect(talk?.followUps).toEqual([{ text: 'Brew' }])
    expect(problems.map(({ severity, line, column }) => [severity, line, column])).toEqual([
      ['warning', 5, 25],
      ['warning', 7, 25],
      ['warning', 8, 24],
      ['warning', 10, 24],
    ])
    expect(problems[0]?.message).toBe(
      'the address "mailto:ada@tea.example" is left out, for it is not an http or https address',
    )
  })
})

describe('the body', () => {
  const texts = (body: string) =>
    bodyOf(`Tea.\n\n${body}`).sections.flatMap(({ passages }) =>
      passages.map(({ form, text }) => `${form}: ${text}`),
    )

  test('more paragraphs before the first heading become the section "Notes"', () => {
    const { summary, sections } = bodyOf('Tea.\n\nMore tea.\n\n- Cup\n\nHeading\n===\n')
    expect(summary.text).toBe('Tea.')
    expect(sections).toEqual([
      {
        title: 'Notes',
        line: 7,
        passages: [
          { form: 'paragraph', text: 'More tea.', line: 7, depth: 0 },
          { form: 'bullet', text: 'Cup', line: 9, depth: 0 },
        ],
      },
      { title: 'Heading', line: 11, passages: [] },
    ])
  })

  test('a note that begins with a list has no summary and loses nothing', () => {
    const { summary, sections } = bodyOf('- Cup\n\nTea.')
    expect(summary).toEqual({ form: 'paragraph', text: '', line: 4, depth: 0 })
    expect(sections[0]?.passages.map(({ text }) => text)).toEqual(['Cup', 'Tea.'])
  })

  test.each(['## TAKEAWAYS', '# takeaways', '###### Takeaways ##', 'Take*aways*\n---'])(
    '%j is the heading of the takeaways',
    (heading) => {
      expect(bodyOf(`Tea.\n\n${heading}\n- Warm the pot.\n`).takeaways).toMatchObject([
        { text: 'Warm the pot.' },
      ])
    },
  )

  test.each<[circumstance: string, body: string, ...passages: string[]]>([
    ['comments are dropped', '<!-- no -->\nYes <!-- no\nno --> yes\n\n<!-- no', 'paragraph: Yes yes'],
    ['comments may be empty', '<!--> Cup', 'paragraph: Cup'],
    ['tags go, their text stays', '<div><p>Cup</p> <em>Pot</em></div>', 'paragraph: Cup Pot'],
    ['tags within a line go', 'a <b class="x">big</b> cup<br>of tea', 'paragraph: a big cup of tea'],
    ['what only looks like a tag stays', 'a vector<int> of cups', 'paragraph: a vector<int> of cups'],
    ['quotations are text', '> Cup\n> > Pot\n>\n> - Lid', 'paragraph: Cup', 'paragraph: Pot', 'bullet: Lid'],
    [
      'tables are aligned, apart from the text around them',
      'Cups:\n| Cup | *Pot* |\n|---|:-:|\n| 1 | `10` |\n\n> Pots\n\n- Lids\n  | Lid | Size |\n  |--|--|\n  | red | big |',
      'paragraph: Cups:',
      'code: Cup | Pot\n1   | 10',
      'paragraph: Pots',
      'bullet: Lids',
      'code: Lid | Size\nred | big',
    ],
    [
      'a table that is only begun stays as typed',
      '| Cup | Pot |\n|---|---|',
      'paragraph: | Cup | Pot | |---|---|',
    ],
    [
      'tables in HTML are aligned',
      '<table>\n<tr><th>Cup</th><th>Pot</th></tr>\n<tr><td>1</td><td><b>10</b><br>or 12</td></tr></table>',
      'code: Cup | Pot\n1   | 10 or 12',
    ],
    [
      'a table in HTML that lays out text is text',
      '<table><tr><td>Cup</td><td>Pot</td></tr></table>',
      'paragraph: Cup Pot',
    ],
    ['headings in lists are bullets', '- # Cup', 'bullet: Cup'],
    ['entities and escapes are decoded', 'tea &amp; \\*milk\\*', 'paragraph: tea & *milk*'],
    [
      'an address that is its own text comes once',
      '<https://tea.example> <ada@tea.example>',
      'paragraph: https://tea.example ada@tea.example',
    ],
    [
      'references are resolved',
      'The [book][1]\n\n> [1]: https://tea.example',
      'paragraph: The book (https://tea.example)',
    ],
    [
      'images are their description, and their address if they are elsewhere',
      '![A pot](pot.png) ![](lid.png) ![A lid](https://lids.example/lid.png)',
      'paragraph: A pot A lid (https://lids.example/lid.png)',
    ],
    [
      'contents are what the headings say',
      '- [Pots](#pots)\n  - [Lids](#lids)\n\nSee [cups](#cups).',
      'paragraph: See cups.',
    ],
    ['indented code is code', '    boil\n      --now', 'code: boil\n  --now'],
    ['numbers of a list stay', '3. Cup\n4. Pot', 'bullet: 3. Cup', 'bullet: 4. Pot'],
    ['rules and empty items are nothing', '***\n- \n- Cup', 'bullet: Cup'],
  ])('%s', (_, body, ...passages) => {
    expect(texts(body)).toEqual(passages)
  })

  test('a line is that of the first visible character, below tags, comments and the lines they take', () => {
    const { sections } = bodyOf(
      'Tea.\n\n<b\nclass="x">\nCup</b>\n\n<!-- no\nno -->\n\n<div>\n<p>Pot\n</div>\n\n`\nLid`',
    )
    expect(sections[0]?.passages.map(({ text, line }) => [text, line])).toEqual([
      ['Cup', 9],
      ['Pot', 15],
      ['Lid', 19],
    ])
  })
})

test.each(['>', '> ', '* ', '1. '])('refuses 20,000 of "%s" in a line at once, and says where', (marker) => {
  const text = `---\ntitle: Deep\n---\nSummary.\n\n${marker.repeat(20_000)}deep\n`
  const { talk, problems } = parse(text)
  expect(talk).toBeUndefined()
  expect(problems).toMatchObject([{ severity: 'error', line: 6 }])
})
