import { describe, expect, test } from 'vitest'
import { writeMarkdown } from '../../../src/import/compose/write-markdown.ts'
import { readLongNotes } from '../../../src/import/split/long-notes.ts'
import type { Imported, ImportedTalk } from '../../../src/import/talk/imported-talk.ts'

const found = (text: string, options: { readonly level?: number } = {}): readonly Imported[] => [
  ...readLongNotes(text, { file: 'notes.md', path: 'notes.md' }, { name: 'Notes' }, options),
]
const talksOf = (text: string, options: { readonly level?: number } = {}): readonly ImportedTalk[] =>
  found(text, options).flatMap((one) => ('talk' in one ? [one.talk] : []))
const titlesOf = (text: string, options: { readonly level?: number } = {}) =>
  talksOf(text, options).map(({ title }) => title)
const hintsOf = (text: string) => found(text).flatMap((one) => ('hint' in one ? [one.hint] : []))
const blocksOf = (talk: ImportedTalk | undefined) => (talk?.text.form === 'notes' ? talk.text.blocks : [])
const markdownOf = (talk: ImportedTalk | undefined) => writeMarkdown(blocksOf(talk))

describe('the text of talks', () => {
  test('is whole where some HTML is in it', () => {
    const [one, two] = talksOf(
      '# Engines 2018\n\n\n## Mill\n\n\nThe mill works\non numbers.\n\n\nUse a line<br>break.\n\n```html\n<p>\n  <b>bold</b>\n</p>\n\n<script>run()</script>\n```\n\nAfter it.\n\n\n## Store\n\n\nThe store keeps them.\n\nSecond.\n\n\nThird.\n',
    )
    expect(markdownOf(one)).toBe(
      'The mill works on numbers.\n\nUse a line break.\n\n```html\n<p>\n  <b>bold</b>\n</p>\n\n<script>run()</script>\n```\n\nAfter it.',
    )
    expect(markdownOf(two)).toBe('The store keeps them.\n\nSecond.\n\nThird.')
  })

  test('is not joined or repeated where lists, code or tables follow a paragraph at once', () => {
    const [one] = talksOf(
      '# Mill\n\nThree things:\n- cards\n- cranks\n\nThen:\n```\nturn()\n```\nAnd:\n| a | b |\n|---|---|\n| 1 | 2 |\n\nc | d\n--|--\n3 | 4\n\n> said\n> so\n\nAfter.\n\n# Store\n\nIt keeps.\n',
    )
    expect(markdownOf(one)).toBe(
      'Three things:\n\n- cards\n- cranks\n\nThen:\n\n```\nturn()\n```\n\nAnd:\n\n```\na | b\n1 | 2\n```\n\n```\nc | d\n3 | 4\n```\n\n> said so\n\nAfter.',
    )
  })

  test('keeps lists as they are nested and numbered, with what stands in their items', () => {
    const text =
      '# Mill\n\n1. first\n   - inner\n\n     more of it\n\n     ```sh\n     turn\n     ```\n   - inner two\n2. second\n\nAfter.\n\n    indented = code\n\n# Store\n'
    expect(markdownOf(talksOf(text)[0])).toBe(
      '1. first\n   - inner\n\n     more of it\n\n     ```sh\n     turn\n     ```\n   - inner two\n2. second\n\nAfter.\n\n```\nindented = code\n```',
    )
  })

  test('is a paragraph of several lines in Markdown, however long other lines are', () => {
    const long = `It is ${'very '.repeat(40)}long.`
    expect(markdownOf(talksOf(`# Mill\n\none\ntwo\n\n${long}\n\n# Store\n`)[0])).toBe(`one two\n\n${long}`)
  })

  test('has the addresses of its links, wherever they stand', () => {
    const text =
      '# Mill\n\nSee [the *plans*][plans], [plans], [that][] and `[x][plans]`.\n\n[plans]: https://plans.example "All"\n[that]: <https://that.example>\n[^1]: A footnote.\n\n```\n[plans]: https://no.example\n```\n\n# Store\n'
    expect(markdownOf(talksOf(text)[0])).toBe(
      'See the plans (https://plans.example), plans (https://plans.example), that (https://that.example) and\n`[x][plans]`.\n\nA footnote.\n\n```\n[plans]: https://no.example\n```'.replace(
        'and\n',
        'and ',
      ),
    )
  })

  test('keeps the lines of preformatted HTML', () => {
    expect(
      markdownOf(talksOf('# Mill\n\n<pre><code>a &lt; b\n\n  c\n</code></pre>\nAfter.\n\n# Store')[0]),
    ).toBe('```\na < b\n\n  c\n```\n\nAfter.')
  })

  test('has its front matter, comments and contents left out', () => {
    const text =
      '---\ntitle: Engines\ntags: [a]\n---\n# Engines\n\n## Mill\n\n<!-- a note\n\nto myself -->\nIt mills.\n\n## Store\n'
    expect(titlesOf(text)).toEqual(['Mill', 'Store'])
    expect(markdownOf(talksOf(text)[0])).toBe('It mills.')
  })

  test('has speakers whose handle is above their name', () => {
    const [mill] = talksOf('# Mill\n\n@ada\nAda Lovelace\n\nIt mills.\n\n# Store\n')
    expect(mill?.speakers).toEqual([{ name: 'Ada Lovelace', handle: '@ada' }])
    expect(markdownOf(mill)).toBe('It mills.')
  })

  test('loses no first sentence to a list of speakers', () => {
    expect(markdownOf(talksOf('# Mill\n\nBy turning the crank, numbers move on.\n\n# Store\n')[0])).toBe(
      'By turning the crank, numbers move on.',
    )
  })
})

describe('reStructuredText', () => {
  test('has its code, notes, tables and quotations', () => {
    const [one] = talksOf(
      'Engines\n=======\n\nMill\n----\n\n:Speaker: Ada Lovelace\n:Room: A\n\nExample::\n\n    turn()\n\n.. note:: Mind the\n   crank.\n\n.. warning::\n\n   It is hot.\n\n.. figure:: mill.png\n   :alt: no\n\n   A mill.\n\n.. a comment\n   of two lines\n\n=====  =====\nA      B\n=====  =====\nTrue   False\n=====  =====\n\n    Nothing is lost.\n\n.. [1] A footnote.\n\n.. code-block:: python\n   :linenos:\n\n   x = 1\n\nStore\n-----\n\nIt keeps.\n',
    )
    expect(one).toMatchObject({ speakers: [{ name: 'Ada Lovelace' }], room: 'A' })
    expect(markdownOf(one)).toBe(
      'Example:\n\n```\nturn()\n```\n\nMind the crank.\n\nIt is hot.\n\nA mill.\n\n```\n=====  =====\nA      B\n=====  =====\nTrue   False\n=====  =====\n```\n\n> Nothing is lost.\n\n[1] A footnote.\n\n```python\nx = 1\n```\n\n:Room: A',
    )
  })

  test('has overlined headings, be they lines of what opens code in Markdown', () => {
    const text =
      '~~~~~~~\nEngines\n~~~~~~~\n\n````\nMill\n````\n\nIt mills::\n\n   turn()\n\n`````\nStore\n`````\n\nIt keeps.\n'
    expect(titlesOf(text)).toEqual(['Mill', 'Store'])
  })

  test('has headings underlined with any sign', () => {
    expect(
      titlesOf('Engines 2014\n============\n\nMill\n~~~~\n\nIt mills.\n\nStore\n~~~~~\n\nIt keeps.\n'),
    ).toEqual(['Mill', 'Store'])
    const [mill, ...others] = talksOf(
      "Engines\n'''''''\n\nMill\n----\n\nIt mills.\n\nParts\n~~~~~\n\nMany.\n\nStore\n-----\n\nIt keeps.\n",
    )
    expect(others.map(({ title }) => title)).toEqual(['Store'])
    expect(markdownOf(mill)).toBe('It mills.\n\n#### Parts\n\nMany.')
  })
})

describe('where talks begin', () => {
  test.each([
    ['one talk of a conference', '# Conf\n\n## Mill\n\nx\n\n### Questions\n\nx\n\n### Details\n\nx', ['Mill']],
    ['one talk in sections', '# Mill\n\nx\n\n## Questions\n\nx\n\n## Summary\n\nx', ['Mill']],
    ['one talk', '# Mill\n\nIt mills.', ['Mill']],
    ['talks in sections', '# Mill\n\n## Questions\n\nx\n\n# Store\n\n## Questions\n\nx\n\n## More\n\nx', ['Mill', 'Store']],
    ['days', '# Conf\n\n## Day 1\n\n### Mill\n\nx\n\n### Store\n\nx\n\n## Day 2\n\n### Card\n\n#### Sub\n\nx', ['Mill', 'Store', 'Card']],
    ['days and tracks', '# Conf\n\n## Monday, 5 July\n\n### Mill\n\nx\n\n## Web track\n\n### Store\n\nx\n\n### Card\n\nx', ['Mill', 'Store', 'Card']],
    ['tracks of days', '# Conf\n\n## Monday\n\n### Track 1\n\n#### Mill\n\nx\n\n## 6 July 2018\n\n### Store\n\nx', ['Mill', 'Store']],
    ['days at the top', '# Monday\n\n## Mill\n\nx\n\n## Store\n\nx\n\n# Tuesday\n\n## Card\n\nx', ['Mill', 'Store', 'Card']],
    ['days, and talks beside them', '# Conf\n\n## Mill\n\nx\n\n## Lightning talks\n\n### Store\n\nx\n\n### Card\n\nx', ['Mill', 'Store', 'Card']],
    ['a round without talks of its own', '# Conf\n\n## Mill\n\nx\n\n## Lightning talks\n\n- store\n- card', ['Mill', 'Lightning talks']],
    ['rooms that nobody could know, with speakers', '# Conf\n\n## Attic\n\n### Mill - Ada Lovelace\n\nx\n\n## Cellar\n\n### Store - Charles Babbage\n\nx', ['Mill', 'Store']],
    ['contents and references', '# Conf\n\n## Table of contents\n\n- [A](#a)\n\n## Mill\n\nx\n\n## Store\n\nx\n\n## References\n\n- x', ['Mill', 'Store']],
    ['an event beside its talks', '# Conf 2018\n\n# Mill\n\nx\n\n# Store\n\nx', ['Mill', 'Store']],
  ] as const)('is found in %s', (_, text, titles) => {
    expect(titlesOf(text)).toEqual(titles)
  }) // biome-ignore format: a table

  test('is as told', () => {
    const text = '# Conf\n\n## Attic\n\nx\n\n### Mill\n\nx\n\n#### Parts\n\nx\n\n## Cellar\n\n### Store\n\nx'
    expect(titlesOf(text)).toEqual(['Attic', 'Cellar'])
    expect(titlesOf(text, { level: 3 })).toEqual(['Mill', 'Store'])
    expect(talksOf(text, { level: 3 }).map(({ tags }) => tags)).toEqual([['Attic'], ['Cellar']])
    expect(titlesOf(text, { level: 1 })).toEqual(['Conf'])
    expect(() => found(text, { level: 5 })).toThrow(
      'no headings of level 5 found; there are 1 of level 1, 2 of level 2, 2 of level 3, 1 of level 4',
    )
  })

  test('says which lines it leaves out', () => {
    expect(
      hintsOf(
        'Hello.\n\n# Conf\n\nIntro.\nMore.\n\n## Monday\n\nSunny.\n\n### Mill\n\nx\n\n## Links\n\n- x\n- y\n',
      ),
    ).toEqual([
      'Not taken from notes.md: line 1 (before the first heading), lines 5–6 (below "Conf"), line 10 (below "Monday"), lines 16–19 ("Links").',
    ])
  })

  test('says what to do if only days are found', () => {
    const days = '# Day 1\n\nTides turn.\n\n# Day 2\n\nKnots hold.\n'
    expect(hintsOf(days)).toEqual([expect.stringContaining('In notes.md only days are found')])
    expect(hintsOf(days.replace('Tides turn.', '## Tides\n\nThey turn.'))).toEqual([])
  })

  test('is not in code, even where nobody closed it, and that is said', () => {
    const text = '# Conf\n\n## Mill\n\n```\n# turn\n\n## Store\n\nx\n'
    expect(titlesOf(text)).toEqual(['Mill'])
    expect(hintsOf(text)).toEqual([
      'The code that begins at notes.md:5 is never closed, so that all below is part of it.',
    ])
  })

  test('is early or late in Markdown, and never at the comment of some code in plain text', () => {
    const words = 'Some words that are said.\n\n'.repeat(8)
    // What belongs to no talk is kept as notes.
    expect(titlesOf(`${words}## Mill\n\nx\n\n## Store\n\nx`)).toEqual(['Mill', 'Store', 'Notes'])
    const plain = `Engines 2018\n\nThe Mill Of Numbers\n\nAda Lovelace\n@ada\n\n${words.repeat(20)}# turn it\n\n${words}# again\n\n${words}`
    expect(titlesOf(plain)).toEqual(['The Mill Of Numbers'])
  })
})

describe('titles of plain text', () => {
  const round = (...blocks: readonly string[]) =>
    titlesOf(['Engines 2018', 'Lightning Talks', ...blocks].join('\n\n'))

  test('are addresses too, in a round of lightning talks', () => {
    expect(
      round(
        'Mill',
        'It mills.',
        'https://store.example/',
        'It keeps.',
        'Card',
        'https://card.example',
        'It has holes.',
      ),
    ).toEqual(['Mill', 'store.example', 'Card'])
  })

  test('are not the phrase that says what the one above is', () => {
    expect(round('RedMill', 'Milling numbers by the river', 'Store', 'It keeps.')).toEqual([
      'RedMill',
      'Store',
    ])
    expect(round('RedMill', 'Blue store', 'It keeps.')).toEqual(['RedMill', 'Blue store'])
  })

  const talks = (...blocks: readonly string[]) =>
    titlesOf(['Engines 2018', 'The Analytical Engine', 'Ada Lovelace\n@ada', ...blocks].join('\n\n'))

  test('are a name with what it is about', () => {
    expect(talks('It weaves.', 'Mill - Present and future', 'It mills.')).toEqual([
      'The Analytical Engine',
      'Mill - Present and future',
    ])
  })

  test.each([
    ['first things said', ['Uses Cards and Cranks', 'It weaves.']],
    ['sentences', ['It weaves.', 'Weaving is everybody’s work', 'Yes.']],
    ['a pair of subjects', ['It weaves.', 'Weaving and sorting', 'Yes.']],
    ['alternatives', ['It weaves.', 'Cards or Cranks', 'Cards.']],
    ['a part of the title above', ['It weaves.', 'Engine', 'https://engine.example', 'It runs.']],
  ])('are not %s', (_, blocks) => {
    expect(talks(...blocks)).toEqual(['The Analytical Engine'])
  })
})

describe('headings without a blank', () => {
  const talks =
    '#Tides that turn\nby Ada Pier\n\nThey turn.\n\n#Knots that hold\nby Bob Smith\n\nThey hold.\n'

  test.each(['\n', '\r\n', '\r'])('are marked in Markdown, with lines that end by %j', (end) => {
    expect(titlesOf(talks.replaceAll('\n', end))).toEqual(['Tides that turn', 'Knots that hold'])
    expect(hintsOf(talks.replaceAll('\n', end))).toEqual([])
  })

  test.each([
    ['only one line begins so', '#tides are two a day.'],
    ['others are ruled', '#tides are two a day.\n#knots are many.'],
  ])('are none if %s', (_, said) => {
    const text = `Tides that turn\n=====\nby Ada Pier\n\n${said}\n\nKnots that hold\n=====\nby Bob Smith\n\nThey hold.\n`
    expect(titlesOf(text)).toEqual(['Tides that turn', 'Knots that hold'])
  })

  test('are none below what is no heading', () => {
    const text = '1. Tides - Ada Pier\n\n#region turns\n\n2. Knots - Bob Smith\n\n#endregion holds\n'
    expect(() => found(text)).toThrow('no headings of talks')
  })
})
