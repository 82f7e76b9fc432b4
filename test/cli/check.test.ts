import { expect, test } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

async function run(files: Readonly<Record<string, string>>, options: { readonly isStrict?: boolean } = {}) {
  const folder = writeFolder(files)
  const lines: string[] = []
  const code = await check(folder, (line) => lines.push(line), options)
  return { code, lines: lines.map((line) => line.replaceAll(/[^\s(]*hallway-test-\w+/g, 'corpus')) }
}

test('says so when all is well, and exits 0', async () => {
  expect(await run(teaCorpus)).toEqual({ code: 0, lines: ['3 talks of 2 events, no problems'] })
})

const untidy = {
  'potcon/event.yml': 'name: PotCon',
  'potcon/cups.md': teaNote('Cups'),
  'potcon/pots.md': '---\nkind: tlak\ntitel: Pots\n---\nPots.\n',
  'potcon/lids.md': teaNote('Lids').replace('\ntags: [tea]', ''),
}

test('with --strict, prints problems by file and line and a count, and exits 1', async () => {
  const { code, lines } = await run(untidy, { isStrict: true })
  expect(code).toBe(1)
  expect(lines.map((line) => line.split(' (')[0])).toEqual([
    'corpus/potcon/lids.md:1:1 warning: no tags',
    'corpus/potcon/pots.md:1:1 error: `title` is missing or empty',
    'corpus/potcon/pots.md:2:7 error: `kind` is "tlak"',
    'corpus/potcon/pots.md:3:1 error: unknown key `titel`',
    'corpus/potcon/pots.md:4:1 warning: no takeaways',
    '3 talks of 1 event, 2 of them in our own form, 3 errors, 2 warnings',
  ])
})

test('says what is served and how it was read; hints of style are one line, and exit 0', async () => {
  expect(await run(untidy)).toEqual({
    code: 0,
    lines: [
      '3 talks of 1 event, no problems',
      '  1 file read as one talk, because it has no headings.',
      '  1 hint of style, by line with --strict: 1 × no tags.',
    ],
  })
})

test('says of several files why they are one talk each, and of how many', async () => {
  const event = { 'event.yml': 'name: PotCon' }
  const bare = { ...event, 'pots.md': 'They pour.\n', 'lids.md': 'They fit.\n' }
  expect((await run(bare)).lines[1]).toBe('  2 files read as one talk each, because they have no headings.')
  const headed = { ...bare, 'cups.md': '# Cups\n\nThey hold.\n' }
  expect((await run(headed)).lines[1]).toBe(
    '  3 files read as one talk each: 2 because they have no headings, 1 because it has one top heading.',
  )
  const spoken = (title: string) => `# ${title} - Ada Pier\n\n## Why\n\nThey hold.\n`
  const byPeople = { ...bare, 'cups.md': spoken('Cups of tea'), 'jugs.md': spoken('Jugs of tea') }
  expect((await run(byPeople)).lines[1]).toBe(
    '  4 files read as one talk each: 2 because their top heading has a speaker, 2 because they have no headings.',
  )
})

test('names files that hold several talks, and how to have them read otherwise', async () => {
  const { lines } = await run({
    'teacon-2019.md':
      '# TeaCon 2019\n\n## Lids by Ada Example\n\nThey fit.\n\n## Pots by Bo Sample\n\nThey pour.\n',
  })
  expect(lines.slice(0, 3)).toEqual([
    '2 talks of 1 event, no problems',
    '  corpus/teacon-2019.md: 2 talks, because its headings have speakers',
    '  To have one of them read otherwise, write in its folder\'s event.yml: split: { "teacon-2019.md": none }, or level 2.',
  ])
  const whole = await run({
    'event.yml': 'name: Tea\nsplit: { teacon-2019.md: none }\n',
    'teacon-2019.md':
      '# TeaCon 2019\n\n## Lids by Ada Example\n\nThey fit.\n\n## Pots by Bo Sample\n\nThey pour.\n',
  })
  expect(whole.lines.slice(0, 2)).toEqual([
    '1 talk of 1 event, no problems',
    '  1 file read as one talk, because event.yml says so.',
  ])
})

test('says what one may do if many posts name no speaker', async () => {
  const posts = (count: number, text: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`2019/_posts/pots-${at}.md`, text]))
  const told = async (text: string) =>
    (await run(posts(12, text))).lines.filter((line) => line.includes('posts are served'))
  expect(await told('---\ntitle: Pots\n---\nThey pour.\n')).toEqual([
    '  corpus/2019/_posts: 12 posts are served, none of them with a speaker. Name in a .gitignore beside which are on no talk, or the folder.',
  ])
  expect(await told('---\ntitle: Pots\nspeaker: Ada Lovelace\n---\nThey pour.\n')).toEqual([])
})

test('a page on a person beside talks is no problem, and is named among what is not served', async () => {
  const { code, lines } = await run({
    'event.yml': 'name: PotCon',
    'cups.md': '# Cups of tea - Maria Rossi\n\nThey hold.\n',
    'pots.md': '# Pots of tea - Maria Rossi\n\nThey pour.\n',
    'Maria Rossi.md': 'Works at the mill. Met her in Turin.\n',
  })
  expect([code, lines[0]]).toEqual([0, '2 talks of 1 event, no problems'])
  expect(lines.at(-1)).toBe('  Not served of corpus: Maria Rossi.md (is on a person, a firm or a place).')
})

test('names empty notes that nobody has called anything yet, which are no mistake', async () => {
  const { code, lines } = await run({
    ...teaCorpus,
    'Untitled.md': '',
    'potcon/Untitled 2.md': '\n',
    'Unbenannt.md': '',
  })
  expect([code, lines[0]]).toEqual([0, '3 talks of 2 events, no problems'])
  expect(lines.filter((line) => line.startsWith('  Not served'))).toEqual([
    '  Not served of corpus: Unbenannt.md, Untitled.md (is empty, and named by no one).',
    '  Not served of corpus/potcon: Untitled 2.md (is empty, and named by no one).',
  ])
})

test('groups problems by kind, and exits 1 if a file cannot be served', async () => {
  const { code, lines } = await run({
    ...teaCorpus,
    'potcon/one.md': '',
    'potcon/two.md': '',
    'potcon/three.md': '',
    'potcon/four.md': '---\ntitle: Four\ndraft: true\n---\nFour.\n',
    'potcon/pot.png': 'x',
    'potcon/schedule.xml': '<schedule/>',
  })
  expect(code).toBe(1)
  expect(lines).toEqual([
    '3 talks of 2 events, 4 problems',
    '  error: 3 × the file is empty: corpus/potcon/one.md:1:1, corpus/potcon/three.md:1:1 … (write the note, or delete the file)',
    '  warning: corpus/potcon/four.md is a draft, so it is not served (take `draft` or `published` out of its front matter when it is ready)',
    '  A bot that read a file with an error while it was whole goes on with what it said then, until it is mended or removed. One that did not has only what is counted here.',
    '  Not served of corpus/potcon: two.md (the file is empty).',
    '  Passed over: 1 .png, 1 .xml.',
    '  If corpus/potcon/schedule.xml is a schedule or a list of talks, `npx hallway import corpus/potcon/schedule.xml` shows what is in it.',
  ])
})

test('suggests no import of a table whose rows are served as pages, as Notion exports it', async () => {
  const id = '1a2b3c4d5e6f708192a3b4c5d6e7f809'
  const table = { [`Talks ${id}.csv`]: 'Name,Speaker\nLids,Ada Example\n' }
  const told = async (files: Readonly<Record<string, string>>) =>
    (await run(files)).lines.some((line) => line.includes('npx hallway import'))
  expect(await told({ [`Talks ${id}/Lids ${id}.md`]: '# Lids\n\nThey fit.\n', ...table })).toBe(false)
  expect(await told({ 'Pots.md': '# Pots\n\nThey pour.\n', ...table })).toBe(true)
})

test.each([
  ['nothing at all', {}, 'holds no notes (put a note into it, e.g. corpus/my-event/my-talk.md)'],
  [
    'schedules',
    { 'a.xml': '<schedule/>', 'b.json': '{}', 'c.json': '{}' },
    'holds no notes, but 2 .json and 1 .xml files (if they are schedules or lists of talks, try `npx hallway import corpus/a.xml`; or put a note into it, e.g. corpus/my-event/my-talk.md)',
  ],
  [
    'a talk in two forms, one of them captions',
    { 'a.vtt': 'WEBVTT', 'b.info.json': '{}' },
    'holds no notes, but 1 .vtt and 1 .json files (if they are schedules or lists of talks, try `npx hallway import corpus/b.info.json`; or put a note into it, e.g. corpus/my-event/my-talk.md)',
  ],
  [
    'an archive',
    { 'a.7z': 'x' },
    'holds no notes, but 1 .7z file (notes are .md, .txt, .rst, .org or .adoc files: save them as one of these, or put a note into it, e.g. corpus/my-event/my-talk.md)',
  ],
  [
    "a site's data",
    { '_config.yml': 'title: Oars', '_data/talks.yml': '- title: Oars' },
    'holds no notes, but the data of a site (_data) (if these list talks, try `npx hallway import corpus`; or put a note into it, e.g. corpus/my-event/my-talk.md)',
  ],
  [
    'documents of other programs',
    { 'a.docx': 'x' },
    'holds no notes, but 1 .docx file (notes are .md, .txt, .rst, .org or .adoc files: save them as one of these, or put a note into it, e.g. corpus/my-event/my-talk.md)',
  ],
  [
    'files without an ending, and with more than can be named',
    { 'a.1234': 'x', LICENSE: 'x', 'b.docx': 'x', 'c.docx': 'x', 'd.pptx': 'x', 'e.png': 'x', 'f.key': 'x' },
    'holds no notes, but 2 .docx, 1 .pptx, 1 .png and 3 other files (notes are .md, .txt, .rst, .org or .adoc files: save them as one of these, or put a note into it, e.g. corpus/my-event/my-talk.md)',
  ],
  [
    'nothing that has an ending',
    { '0019978f': 'x', 'b.1234': 'x' },
    'holds no notes, but 2 files without an ending (notes are .md, .txt, .rst, .org or .adoc files: save them as one of these, or put a note into it, e.g. corpus/my-event/my-talk.md)',
  ],
])('says of a folder with %s what was found and what would help', async (_, files, message) => {
  expect((await run(files)).lines[1]).toBe(`  error: corpus ${message}`)
})
